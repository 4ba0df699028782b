import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { derivation } from "../../../src/display/texts/derivation.ts";
import { formula } from "../../../src/display/texts/formula.ts";
import { steps } from "../../../src/display/texts/steps.ts";

const square = (x: number) => (x + 1) ** 2;
const expanded = (x: number) => x * x + 2 * x + 1;

Deno.test("steps() reads a line as relation, LaTeX and reason, with its function", () => {
  const read = steps`
    (x+1)^2       ${square}
    = x^2 + 2x + 1  ${expanded}  % multiplied out, all 100 % of it, $\alpha$ too
    ≥ 0 % as it was a square
  `;
  assertEquals(read, [
    { tex: "(x+1)^2", f: square },
    {
      tex: "x^2 + 2x + 1",
      relation: "=",
      because: "multiplied out, all 100 % of it, $\\alpha$ too",
      f: expanded,
    },
    { tex: "0", relation: "≥", because: "as it was a square" },
  ]);
});

Deno.test("steps() takes a line that begins with a percent sign as the reason of the step above", () => {
  const read = steps`
    (x+1)^2       ${square}
    % as given
    = x^2 + 2x + 1  ${expanded}
      % multiplied out, all 100 % of it,
      % and collected
    = 50\% \cdot y    % halved,
      % and named
  `;
  assertEquals(read.map(({ because }) => because), [
    "as given",
    "multiplied out, all 100 % of it, and collected",
    "halved, and named",
  ]);
  assertEquals(read.map(({ f }) => f), [square, expanded, undefined]);
  assertEquals(read[2].tex, "50\\% \\cdot y");
});

Deno.test("steps() keeps backslashes, escapes that JavaScript does not know, and percent signs", () => {
  const [first, second] = steps`
    \unit \xi 50\%
    = \tfrac{1}{2} \\ % a \% sign
  `;
  assertEquals(first.tex, "\\unit \\xi 50\\%");
  assertEquals([second.tex, second.because], ["\\tfrac{1}{2} \\\\", "a \\% sign"]);
});

Deno.test("steps() puts texts in as LaTeX, on one line and on several", () => {
  const name = "\\operatorname{gelu}";
  assertEquals(steps`${name}(x) = y`, [{ tex: "\\operatorname{gelu}(x) = y" }]);
  assertEquals(
    steps`
    ${name}(x)
    < ${"x"}
  `,
    [{ tex: "\\operatorname{gelu}(x)" }, { tex: "x", relation: "<" }],
  );
});

Deno.test("steps() gives what derivation() checks", () => {
  const good = steps`
    (x+1)^2   ${square}
    ≈ x^2     ${(x) => x * x} ${7.1}
  `;
  assertEquals(derivation(good).checked, 1);
  assertStringIncludes(derivation(good).tex, "\\approx x^2");
  const wrong = steps`
    (x+1)^2   ${square}
    = x^2 + 1 ${(x) => x * x + 1}  % wishful thinking
  `;
  assertThrows(() => derivation(wrong), Error, "step 2 (wishful thinking)");
});

Deno.test("steps() refuses a line without a relation, and a first line with one", () => {
  assertThrows(
    () =>
      steps`
        a
        b`,
    SyntaxError,
    "Cannot read step 2 as it must begin with one of = ≈ ≤ ≥ < >: current value is",
  );
  assertThrows(() => steps`= a`, SyntaxError, "the first has no relation");
});

Deno.test("steps() refuses two functions on a line, and a number where nothing may be off", () => {
  assertThrows(() => steps`a ${square} ${expanded}`, SyntaxError, "one function");
  assertThrows(() => steps`a ${0.5}`, SyntaxError, "one number if it has ≈");
});

Deno.test("formula() is a tag too", () => {
  const { tex } = formula`\xi = ${"\\beta"} \cdot ${2}`;
  assertEquals(tex, "\\xi = \\beta \\cdot 2");
  assert(formula("\\xi").tex === formula`\xi`.tex);
  assertThrows(() => formula`a $ b`, SyntaxError, "bare $");
});
