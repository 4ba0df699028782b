import { expm1Double, expScaled, scaleBy } from "../special/exp.ts";
import { DoubleDouble } from "../special/double_double.ts";
import type { Formulas } from "./activation.ts";

/**
 * The line `scale · x` for x > 0 and `scale · height · (e^(x/width) − 1)` else, which elu, celu and
 * selu share. f′(0) and f″(0) are those of the left piece, as in PyTorch. With a width below 0 the
 * left piece grows as an exponential.
 */
export function exponentialTail(
  { scale, height, width }: { scale: number; height: number; width: number },
): Formulas {
  const factor = DoubleDouble.product(scale, height);
  const slope = factor.dividedBy(width);
  const curvature = slope.dividedBy(width);
  // Beyond so many widths every result is what it is at −∞, whatever the factors.
  const end = (width > 0 ? -1500 : 1900) * width;
  const stretched = (x: number) => DoubleDouble.quotient(Math.max(x, end), width);
  const times = (factor: DoubleDouble, x: number) => {
    const { significand, power } = expScaled(stretched(x));
    return scaleBy(significand.times(factor), power);
  };
  return {
    f: (x) => {
      if (x > 0) return scale * x;
      if (x === 0) return x;
      // The square term no longer counts, and the parts of the linear one would underflow unscaled.
      if (x > -(2 ** -400) * Math.abs(width)) {
        return slope.times(x * 2 ** 300).toNumber() * 2 ** -300;
      }
      // Here 1 no longer counts beside the exponential, which may overflow.
      if (width < 0 && x < 600 * width) return times(factor, x);
      return expm1Double(stretched(x)).times(factor).toNumber();
    },
    derivative: (x) => x > 0 ? scale : times(slope, x),
    secondDerivative: (x) => x > 0 ? 0 : times(curvature, x),
    kinks: slope.hi === scale && slope.lo === 0 ? [] : [0],
    asymptotes: {
      left: width > 0 ? { slope: 0, intercept: 0 - factor.hi } : null,
      right: { slope: scale, intercept: 0 },
    },
  };
}
