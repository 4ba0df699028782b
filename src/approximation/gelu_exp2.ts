/**
 * GELU by one exp2, without a division: better than the tanh form at less cost.
 *
 * @module
 */

import { approximationOf } from "./approximation_of.ts";
import { coefficients } from "./_gelu_exp2_coefficients.ts";
import { exp2Tail } from "./families/exp2_tail.ts";
import type { RealFunction } from "../calculus/real_function.ts";

/**
 * GELU as relu(x) − |x|·2^q(|x|) with a quadratic q: the largest error is 4.414e-4, below the tanh
 * form's 4.732e-4, with 3 multiply-adds and one exp2 where the tanh form has 4, an exp and a division.
 *
 * The coefficients are those of the minimax fit of {@linkcode exp2Tail} on the whole line, rounded to
 * 7 digits. Its slope jumps at 0, from 0.492 to 0.508, so that tiny values are 1.5 % off, and under N(0, 1)
 * its root mean square error is 2.4 times that of the tanh form. At ±∞ it is NaN.
 *
 * @param x any finite number
 * @returns the approximation, at most 4.414e-4 from gelu(x)
 *
 * @example
 * ```ts
 * import { gelu, geluExp2Quadratic } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(geluExp2Quadratic(1), gelu(1), 4.414e-4);
 * ```
 */
export const geluExp2Quadratic: RealFunction = approximationOf(
  exp2Tail({ degree: 2 }),
  coefficients.quadratic,
  "GELU, relu − |x|·2^quadratic",
);

/**
 * GELU as relu(x) − |x|·2^q(|x|) with a cubic q: the largest error is 5.481e-5, less than an eighth of
 * the tanh form's, with 4 multiply-adds and one exp2, without a division.
 *
 * The coefficients are those of the minimax fit of {@linkcode exp2Tail} on the whole line, rounded to
 * 7 digits. Its slope jumps at 0, from 0.4988 to 0.5012, so that tiny values are 0.24 % off:
 * {@linkcode geluExp2Smooth} has neither fault. At ±∞ it is NaN.
 *
 * @param x any finite number
 * @returns the approximation, at most 5.481e-5 from gelu(x)
 *
 * @example
 * ```ts
 * import { gelu, geluExp2Cubic } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(geluExp2Cubic(1), gelu(1), 5.481e-5);
 * ```
 */
export const geluExp2Cubic: RealFunction = approximationOf(
  exp2Tail({ degree: 3 }),
  coefficients.cubic,
  "GELU, relu − |x|·2^cubic",
);

/**
 * GELU as relu(x) − |x|·2^q(|x|) with a cubic q and q(0) = −1, so that the slope is continuous: the
 * largest error is 8.541e-5, that of the slope 4.23e-4, where the tanh form has 4.732e-4 and 8.685e-4. It
 * costs 4 multiply-adds and one exp2, as the tanh form's without its division.
 *
 * The coefficients are those of the minimax fit of {@linkcode exp2Tail} on the whole line, rounded to
 * 7 digits. At ±∞ it is NaN.
 *
 * @param x any finite number
 * @returns the approximation, at most 8.541e-5 from gelu(x)
 *
 * @example
 * ```ts
 * import { gelu, geluExp2Smooth } from "@actbook/actbook";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(geluExp2Smooth(1), gelu(1), 8.541e-5);
 * assertAlmostEquals(geluExp2Smooth.derivative!(1), gelu.derivative(1), 4.23e-4);
 * ```
 */
export const geluExp2Smooth: RealFunction = approximationOf(
  exp2Tail({ degree: 3, smooth: true }),
  coefficients.smooth,
  "GELU, relu − |x|·2^cubic, smooth",
);

/**
 * GELU as relu(x) − |x|·2^q(|x|) with q of degree 9 and q(0) = −1, made for the left tail: the largest
 * error relative to gelu(x) is 4.72e-5, wherever gelu(x) is not 0 in float32, that is from −14.4 up. The
 * largest error is 6.629e-6, that of the slope 2.302e-5. It costs 10 multiply-adds and one exp2, without
 * a division.
 *
 * Rounded to bfloat16 it differs from gelu at 6 of 65280 inputs, rounded to float16 at 427 of 63488,
 * never by more than one step. The coefficients are those of the relative minimax fit of
 * {@linkcode exp2Tail} on [−14.5, 0], rounded to 9 digits. At ±∞ it is NaN.
 *
 * @param x any finite number
 * @returns the approximation, at most 6.629e-6 and 4.72e-5·|gelu(x)| from gelu(x)
 *
 * @example
 * ```ts
 * import { gelu, geluExp2Relative, geluTanh } from "@actbook/actbook";
 * import { assert, assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(geluExp2Relative(-12) / gelu(-12), 1, 4.72e-5);
 * assert(geluTanh(-12) / gelu(-12) < 1e-15);
 * ```
 */
export const geluExp2Relative: RealFunction = approximationOf(
  exp2Tail({ degree: 9, smooth: true }),
  coefficients.relative,
  "GELU, relu − |x|·2^q(|x|), relative",
);
