import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { derivation } from "../../../src/display/texts/derivation.ts";

const square = { tex: "(x+1)^2", f: (x: number) => (x + 1) ** 2 };
const expanded = {
  tex: "x^2+2x+1",
  because: "multiplied out",
  f: (x: number) => x * x + 2 * x + 1,
};

Deno.test("derivation() shows steps aligned, with reasons", () => {
  const { tex } = derivation([square, expanded]);
  assertEquals(
    tex,
    [
      "\\begin{aligned}",
      "& (x+1)^2 \\\\",
      "& = x^2+2x+1 && \\text{multiplied out}",
      "\\end{aligned}",
    ].join("\n"),
  );
  const bundle = derivation([square, expanded]).bundle();
  assertEquals(Object.keys(bundle), ["text/latex", "text/plain"]);
  const note = derivation([square, expanded]).parts![1] as unknown as { text: string };
  assertStringIncludes(note.text, "1 of 1 step checked at 40 points");
  assertStringIncludes(`${bundle["text/plain"]}`, "= x^2+2x+1    (multiplied out)");
});

Deno.test("derivation() refuses a step that does not hold, and names it", () => {
  const wrong = { ...expanded, f: (x: number) => x * x + 2 * x + 1 + 1e-6 };
  const error = assertThrows(() => derivation([square, wrong]), Error, "step 2 (multiplied out)");
  assertStringIncludes(error.message, "does not hold at x = ");
});

Deno.test("derivation() compares across steps without a function", () => {
  const steps = derivation([square, { tex: "(x+1)(x+1)" }, expanded]);
  assertEquals(steps.checked, 1);
  assertThrows(
    () => derivation([square, { tex: "?" }, { tex: "x", f: (x) => x }]),
    Error,
    "step 3",
  );
});

Deno.test("derivation() checks each relation for what it says", () => {
  const zero = { tex: "0", f: () => 0 };
  const one = (relation: "≤" | "≥" | "<" | ">") => ({ tex: "1", relation, f: () => 1 });
  for (const relation of ["≤", "<"] as const) {
    assertEquals(derivation([zero, one(relation)]).checked, 1);
  }
  for (const relation of ["≥", ">"] as const) {
    assertThrows(() => derivation([zero, one(relation)]), Error, `0 ${relation} 1`);
  }
  const near = { tex: "0.01", relation: "≈", f: () => 0.01 } as const;
  assertEquals(derivation([zero, { ...near, within: 0.02 }]).checked, 1);
  assertThrows(() => derivation([zero, { ...near, within: 0.005 }]), Error, "step 2");
  assertThrows(() => derivation([zero, near]), TypeError, "within what");
});

Deno.test("derivation() takes equality as less or equal, not as less", () => {
  const [a, b] = [{ tex: "1", f: () => 1 }, { tex: "1", f: () => 1 }];
  assertEquals(derivation([a, { ...b, relation: "≤" }]).checked, 1);
  assertThrows(() => derivation([a, { ...b, relation: "<" }]), Error, "step 2");
});

Deno.test("derivation() does not measure a step by one that a bound lies between", () => {
  const steps = derivation([
    { tex: "x^2", f: (x) => x * x },
    { tex: "x^2+1", relation: "≤" },
    { tex: "1+x^2", f: (x) => 1 + x * x },
  ]);
  assertEquals(steps.checked, 0);
});

Deno.test("derivation() passes over points where a step has no value, if they are few", () => {
  const sinc = { tex: "\\sin x/x", f: (x: number) => x > 2.5 ? NaN : Math.sin(x) / x };
  assertEquals(derivation([sinc, { tex: "s", f: (x) => Math.sin(x) / x }]).checked, 1);
  assertThrows(
    () => derivation([sinc, { tex: "\\log", f: (x) => Math.log(x - 2.9) }]),
    Error,
    "must be finite at half of the points",
  );
});

Deno.test("derivation() refuses no steps", () => {
  assertThrows(() => derivation([]), TypeError, "at least one step");
});
