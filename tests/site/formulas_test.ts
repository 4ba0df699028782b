import { assert, assertEquals, assertThrows } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { formulas } from "../../src/site/formulas.ts";
import { compileFormula } from "../../src/site/formula/compile_formula.ts";
import { parseFormula } from "../../src/site/formula/parse_formula.ts";

const xs = Array.from({ length: 1601 }, (_, i) => (i - 800) / 100 + 1 / 512);

for (const [id, { text, sliders = {} }] of Object.entries(formulas)) {
  Deno.test(`the formula that draws ${id} is ${id}, with its slopes, wherever its sliders stand`, () => {
    const activation = activations[id];
    assert(activation, `there is no ${id}`);
    assertEquals(Object.keys(sliders), Object.keys(activation.ranges));
    const f = compileFormula(parseFormula(text, Object.keys(sliders)));
    for (const share of [undefined, 0.25, 0.9]) {
      const values = Object.fromEntries(
        Object.entries(sliders).map(([name, [from, to]]) => {
          const { value } = activation.ranges[name];
          assert(from <= value && value <= to, `${name} of ${id} can stand at its default`);
          return [name, share === undefined ? value : from + share * (to - from)];
        }),
      );
      const exact = activation.with(values);
      for (const x of xs) {
        const found = f(x, values);
        const right = [exact(x), exact.derivative(x), exact.derivative.derivative(x)];
        right.forEach((value, order) => {
          const off = Math.abs(found[order] - value) / Math.max(1, Math.abs(value));
          assert(off < 1e-11, `order ${order} at ${x}: ${found[order]} for ${value}`);
        });
      }
    }
  });
}

Deno.test("every function of the catalogue has a formula that draws it", () => {
  assertEquals(Object.keys(formulas).sort(), Object.keys(activations));
});

Deno.test("a typed formula that has no meaning is refused with a sentence", () => {
  const refused = [
    ["x +", "Expected"],
    ["-", "has no meaning"],
    ["y * x", "y is unknown: known are x, pi, π, e"],
    ["alert(1)", "alert is no function"],
    ["x.constructor", "a dot or a bracket has no meaning"],
    ["[1]", "a bracket has no meaning"],
    ["'text'", "has no meaning"],
    ["x ? 1 : 2", "before ? must stand"],
    ["x || 2", "|| has no meaning"],
    ["tanh(x, 1)", "tanh takes 1 number: current number is 2"],
    ["constructor(1)", "constructor is no function"],
    ["this", "has no meaning"],
    ["", "nothing is typed"],
    ["x x", "a sign such as * may be missing"],
    ["2 + x; 3", "a sign such as * may be missing"],
    ["Math.sin(x)", "must be a plain name"],
    ["while (true) {}", 'Unexpected "{"'],
    ["max(1)", "takes 2 numbers: current number is 1"],
    [`${"x + ".repeat(125)}1`, "at most 500 characters: current number is 501"],
  ];
  for (const [text, words] of refused) assertThrows(() => parseFormula(text), SyntaxError, words);
});

Deno.test("the deepest formula that may be typed is read and drawn", () => {
  const deep = `${"(".repeat(249)}x${")".repeat(249)}`;
  assertEquals(compileFormula(parseFormula(deep))(2)[0], 2);
  const power = `x${"^x".repeat(249)}`;
  assertEquals(compileFormula(parseFormula(power))(1)[0], 1);
});

Deno.test("signs of mathematics are known by their letters", () => {
  const at = (text: string) => compileFormula(parseFormula(text))(0.5)[0];
  assertEquals(at("x * Φ(x) + σ(x) - ln(x) * π"), at("x * Phi(x) + sigmoid(x) - log(x) * pi"));
});

Deno.test("powers bind more tightly than products, from right to left", () => {
  const at = (text: string, x: number) => compileFormula(parseFormula(text))(x)[0];
  assertEquals(at("2 * x^2^3", 2), 512);
  assertEquals(at("x^x", 3), 27);
  assertEquals(at("-x^2", 3), -9);
  assertEquals(at("(-x)^2", 3), 9);
  assertEquals(at("1 - -x^-2 * 4", 2), 2);
  assertEquals(at("2 - -x - 1", 3), 4);
});
