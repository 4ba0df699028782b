import { type Activation, activation } from "./activation.ts";

/**
 * `identity(x) = x`: no activation at all, Keras calls it `linear`.
 *
 * f′ = 1, f″ = 0, no kinks; it is its own asymptote on both sides. Exact.
 *
 * @param x any number
 * @returns `x`
 * @see Widrow and Hoff 1960, "Adaptive Switching Circuits": the linear unit
 *
 * @example The line
 * ```ts
 * import { identity } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(identity(-3), -3);
 * assertEquals(identity.derivative(-3), 1);
 * ```
 */
export const identity: Activation = activation({
  id: "identity",
  title: "Identity",
  tex: { f: "x", derivative: "1", secondDerivative: "0" },
  parameters: {},
  formulas: () => ({
    f: (x) => x,
    derivative: (x) => Number.isNaN(x) ? NaN : 1,
    secondDerivative: (x) => Number.isNaN(x) ? NaN : 0,
    kinks: [],
    asymptotes: { left: { slope: 1, intercept: 0 }, right: { slope: 1, intercept: 0 } },
  }),
  sources: [
    { who: "Bernard Widrow, Marcian Hoff", year: 1960, title: "Adaptive Switching Circuits" },
  ],
});

/** Keras's name for {@linkcode identity}: the same object. */
export const linear: Activation = identity;
