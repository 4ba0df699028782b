import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { defineActivation } from "../../src/activations/define_activation.ts";

Deno.test("defineActivation() accepts every function of the catalogue with its derivatives", () => {
  for (const own of Object.values(activations)) {
    const { id, kinks, derivative } = own;
    const made = defineActivation({
      id,
      f: own,
      kinks,
      derivative,
      secondDerivative: derivative.derivative,
    });
    assertEquals(made(0.7), own(0.7));
    assertEquals([made.derivative.numerical, made.derivative.derivative.numerical], [false, false]);
  }
});

Deno.test("defineActivation() refuses the derivative of another function of the catalogue", () => {
  const { gelu, geluTanh, silu, swish } = activations;
  for (
    const [f, other] of [[gelu, geluTanh], [geluTanh, gelu], [silu, swish.with({ beta: 1.001 })]]
  ) {
    assertThrows(
      () => defineActivation({ id: "mixed", f, derivative: other.derivative }),
      RangeError,
      "Cannot define mixed as derivative must be the derivative of f: at ",
    );
  }
});

Deno.test("defineActivation() names the point and both values of a wrong derivative", () => {
  const error = assertThrows(
    () => defineActivation({ id: "square", f: (x) => x * x, derivative: (x) => x }),
    RangeError,
  );
  assertEquals(
    error.message,
    "Cannot define square as derivative must be the derivative of f: at 0.03125 it is 0.03125, " +
      "while the differences of f give 0.0625",
  );
});

Deno.test("defineActivation() checks the second derivative against the first", () => {
  const f = (x: number) => x * x * x;
  const derivative = (x: number) => 3 * x * x;
  defineActivation({ id: "cube", f, derivative, secondDerivative: (x) => 6 * x });
  assertThrows(
    () => defineActivation({ id: "cube", f, derivative, secondDerivative: (x) => 3 * x }),
    RangeError,
    "secondDerivative must be the derivative of f′",
  );
});

Deno.test("defineActivation() asks for a kink that is not listed", () => {
  const definition = {
    id: "ramp",
    f: (x: number) => Math.max(0, x),
    derivative: (x: number) => x > 0 ? 1 : 0,
  };
  assertThrows(
    () => defineActivation(definition),
    RangeError,
    "Cannot define ramp as kinks must list every point where f′ jumps: it jumps at 0 from about 0 to 1",
  );
  assertEquals(defineActivation({ ...definition, kinks: [0] }).kinks, [0]);
});

Deno.test("defineActivation() finds a mistake in a narrow piece between two kinks", () => {
  assertThrows(
    () =>
      defineActivation({
        id: "narrow",
        f: (x) => Math.min(Math.max(x, 0.3), 0.31),
        derivative: () => 0,
        kinks: [0.3, 0.31],
      }),
    RangeError,
    "at 0.305 it is 0",
  );
});

Deno.test("defineActivation() is not misled by domains, steepness, waves or float32 rounding", () => {
  const fine: readonly [string, (x: number) => number, (x: number) => number][] = [
    ["log", Math.log, (x) => 1 / x],
    ["root", Math.sqrt, (x) => 0.5 / Math.sqrt(x)],
    ["cubeRoot", Math.cbrt, (x) => 1 / (3 * Math.cbrt(x) ** 2)],
    ["wave", (x) => Math.sin(100 * x), (x) => 100 * Math.cos(100 * x)],
    ["exp", Math.exp, Math.exp],
    ["entropy", (x) => x * Math.log(Math.abs(x)), (x) => Math.log(Math.abs(x)) + 1],
    ["single", (x) => Math.fround(Math.tanh(x)), (x) => 1 - Math.tanh(x) ** 2],
  ];
  for (const [id, f, derivative] of fine) {
    assertEquals(defineActivation({ id, f, derivative }).derivative(0.5), derivative(0.5));
  }
});

Deno.test("defineActivation() takes numerical derivatives where none is given, and says so", () => {
  const { tanh } = activations;
  const made = defineActivation({ id: "made", f: Math.tanh, asymptotes: tanh.asymptotes });
  assertEquals([made.derivative.numerical, made.derivative.derivative.numerical], [true, true]);
  for (const x of [-3, -0.1, 0, 2]) {
    assert(Math.abs(made.derivative(x) - tanh.derivative(x)) < 1e-12);
    assert(Math.abs(made.derivative.derivative(x) - tanh.derivative.derivative(x)) < 1e-9);
  }
  assertEquals([-Infinity, NaN, Infinity].map(made.derivative), [0, NaN, 0]);
  assertEquals([-Infinity, NaN, Infinity].map(made.derivative.derivative), [0, NaN, 0]);

  const half = defineActivation({ id: "half", f: Math.tanh, derivative: tanh.derivative });
  assertEquals([half.derivative.numerical, half.derivative.derivative.numerical], [false, true]);
  assertEquals(half.derivative.derivative(Infinity), NaN);
});

Deno.test("defineActivation() passes parameters, and checks again when they change", () => {
  const power = defineActivation({
    id: "power",
    f: (x, { n }) => Math.abs(x) ** n,
    derivative: (x) => 2 * x,
    parameters: { n: { value: 2, meaning: "exponent", min: 1, max: 5 } },
    kinks: ({ n }) => n === 1 ? [0] : [],
  });
  assertEquals(power(-3), 9);
  assertThrows(() => power.with({ n: 3 }), RangeError, "must be the derivative of f");
  assertThrows(() => power.with({ n: 6 }), RangeError, "1 <= n <= 5 must hold");
});

Deno.test("defineActivation() wraps functions and copies lists", () => {
  const f = (x: number) => Math.abs(x);
  const kinks = [0];
  const made = defineActivation({ id: "abs", f, kinks });
  kinks.push(1);
  assertEquals(Object.keys(f), []);
  assertEquals([f.name, Object.isFrozen(f), made.kinks], ["f", false, [0]]);
});

Deno.test("defineActivation() fills in what is left out", () => {
  const made = defineActivation({ id: "my_own", f: (x) => x });
  assertEquals([made.title, made.tex], ["my_own", "\\operatorname{my\\_own}(x)"]);
  assertEquals([made.kinks, made.sources, { ...made.parameters }], [[], [], {}]);
  assertEquals({ ...made.asymptotes }, { left: null, right: null });
});

Deno.test("defineActivation() refuses a definition of the wrong shape", () => {
  const f = (x: number) => x;
  // deno-lint-ignore no-explicit-any
  const message = (definition: any) =>
    assertThrows(() => defineActivation(definition), TypeError).message;
  assertStringIncludes(message({ id: "2x", f }), 'current value is "2x"');
  assertStringIncludes(message({ f }), "current value is undefined");
  assertStringIncludes(message({ id: "a" }), "Cannot define a as f must be a function");
  assertStringIncludes(message({ id: "a", f, derivative: 1 }), "as derivative must be a function");
  assertStringIncludes(message({ id: "a", f, secondDerivative: f }), "needs derivative beside it");
  assertStringIncludes(message({ id: "a", f, kinks: [NaN] }), "kinks must be finite");
  assertStringIncludes(message({ id: "a", f, parameters: { b: "1" } }), "parameter b must be");
  assertStringIncludes(message({ id: "a", f: () => "1" }), "f must return numbers: f(0) is 1");
  assertStringIncludes(message({ id: "a", f: () => NaN }), "f must be finite somewhere");
});
