import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { activation, type Definition } from "../../src/activations/activation.ts";
import type { Parameter } from "../../src/activations/parameter.ts";
import { activations } from "../../src/activations/catalogue.ts";
import { gelu } from "../../src/activations/gelu.ts";
import { leakyRelu } from "../../src/activations/leaky_relu.ts";
import { rrelu } from "../../src/activations/rrelu.ts";

const complete: Definition<"scale"> = {
  id: "scaled",
  title: "Scaled",
  tex: { f: "a x", derivative: "a", secondDerivative: "0" },
  parameters: { scale: { value: 2, meaning: "a", min: 0, max: 10 } },
  formulas: ({ scale }) => ({
    f: (x) => scale * x,
    derivative: () => scale,
    secondDerivative: () => 0,
    kinks: [],
    asymptotes: { left: { slope: scale, intercept: 0 }, right: { slope: scale, intercept: 0 } },
  }),
  sources: [],
};

Deno.test("activation() makes a callable that knows its derivatives and parameters", () => {
  const scaled = activation(complete);
  assertEquals([scaled(3), scaled.derivative(3), scaled.derivative.derivative(3)], [6, 2, 0]);
  assertEquals({ ...scaled.parameters }, { scale: 2 });
  assertEquals([3].map(scaled), [6]);
});

Deno.test("a record without a field is a compile error", () => {
  const { formulas, tex, ...rest } = complete;
  // @ts-expect-error: the formulas are missing
  const noFormulas: Definition<"scale"> = { ...rest, tex };
  // @ts-expect-error: the LaTeX of the second derivative is missing
  const noTex: Definition<"scale"> = { ...rest, formulas, tex: { f: "x", derivative: "1" } };
  const { derivative: _, ...noDerivative } = formulas({ scale: 1 });
  // @ts-expect-error: the derivative is missing
  const halfFormulas: Definition<"scale"> = { ...rest, tex, formulas: () => noDerivative };
  const { kinks: __, ...noKinks } = formulas({ scale: 1 });
  // @ts-expect-error: the kinks are missing
  const kinkless: Definition<"scale"> = { ...rest, tex, formulas: () => noKinks };
  // @ts-expect-error: the range is missing
  const unbounded: Parameter = { value: 1, meaning: "" };
  assertEquals([noFormulas, noTex, halfFormulas, kinkless, unbounded].length, 5);
});

Deno.test("with() gives another function and leaves the first as it is", () => {
  const steep = leakyRelu.with({ negativeSlope: 0.5 });
  assertEquals([leakyRelu(-2), steep(-2)], [-0.02, -1]);
  assertEquals(steep.with({ negativeSlope: 0.01 })(-2), -0.02);
  assertEquals(leakyRelu.with({}), leakyRelu);
  assertEquals(steep.id, "leakyRelu");
  assertEquals(steep.title, "Leaky ReLU (negativeSlope = 0.5)");
});

Deno.test("with() names a parameter that does not exist, and those that do", () => {
  assertThrows(
    () => leakyRelu.with({ slope: 1 }),
    RangeError,
    "Cannot set slope of leakyRelu as its parameters are: negativeSlope",
  );
  assertThrows(() => leakyRelu.with({ toString: 1 }), RangeError, "Cannot set toString");
  assertThrows(() => gelu.with({ a: 1 }), RangeError, "as its parameters are: none");
});

for (const f of Object.values(activations)) {
  const { id } = f;
  for (const name of Object.keys(f.parameters)) {
    Deno.test(`${id} refuses a bad ${name} by name`, () => {
      for (const bad of [NaN, Infinity, -Infinity, "1" as unknown as number]) {
        const error = assertThrows(() => f.with({ [name]: bad }), RangeError);
        assertStringIncludes(error.message, `Cannot set ${name} of ${id} as `);
        assertStringIncludes(error.message, `current value is ${bad}`);
      }
    });
  }
}

Deno.test("bounds are part of the range, unless they are excluded", () => {
  const open: Definition<"scale"> = {
    ...complete,
    parameters: { scale: { value: 1, meaning: "", min: 0, max: 2, exclusive: true } },
  };
  assertEquals(activation(complete).with({ scale: 0 })(1), 0);
  assertThrows(
    () => activation(complete).with({ scale: -1 }),
    RangeError,
    "Cannot set scale of scaled as 0 <= scale <= 10 must hold: current value is -1",
  );
  assertThrows(
    () => activation(open).with({ scale: 0 }),
    RangeError,
    "Cannot set scale of scaled as 0 < scale < 2 must hold: current value is 0",
  );
  assertThrows(
    () => leakyRelu.with({ negativeSlope: NaN }),
    RangeError,
    "Cannot set negativeSlope of leakyRelu as negativeSlope must be finite: current value is NaN",
  );
});

Deno.test("a default out of its own range is refused", () => {
  const parameters = { scale: { value: 11, meaning: "", min: 0, max: 10 } };
  assertThrows(() => activation({ ...complete, parameters }), RangeError, "current value is 11");
});

Deno.test("rrelu refuses a lower slope above the upper", () => {
  assertThrows(
    () => rrelu.with({ lower: 0.5 }),
    RangeError,
    "Cannot set lower of rrelu as lower <= upper must hold: current value is 0.5",
  );
});

Deno.test("an activation cannot be changed", () => {
  assertThrows(() => Object.assign(gelu, { id: "other" }), TypeError);
  assertThrows(() => Object.assign(leakyRelu.parameters, { negativeSlope: 1 }), TypeError);
  assertThrows(() => (leakyRelu.kinks as number[]).push(1), TypeError);
  assert(Object.isFrozen(gelu.derivative) && Object.isFrozen(gelu.asymptotes));
});
