import { DoubleDouble } from "../../special/double_double.ts";
import { expScaled, type Scaled } from "../../special/exp.ts";
import { normalCdfScaled, normalPdfScaled } from "../../special/normal.ts";
import { powerOfTwo } from "../../special/_scale.ts";

/**
 * A gate and its slope far on the left, where they underflow though their product with a large
 * number need not.
 */
export interface GateTail {
  /** The tail is left of it. */
  readonly end: number;
  readonly value: (b: number) => Scaled;
  readonly slope: (b: number) => Scaled;
}

/** eᵇ, to which σ(b) is equal there. */
const exponential = (b: number): Scaled => {
  const { significand, power } = expScaled(Math.max(b, -4000) / 2);
  return { significand: significand.squared(), power: 2 * power };
};

const times = ({ significand, power }: Scaled, factor: DoubleDouble | number): Scaled => ({
  significand: significand.times(factor),
  power,
});

/** σ(b) = σ′(b) = eᵇ. */
export const sigmoidTail: GateTail = { end: -690, value: exponential, slope: exponential };

/** silu(b) = b eᵇ. */
export const siluTail: GateTail = {
  end: -690,
  value: (b) => times(exponential(b), Math.max(b, -4000)),
  slope: (b) => times(exponential(b), DoubleDouble.sum(1, Math.max(b, -4000))),
};

/** gelu(b) = b Φ(b). */
export const geluTail: GateTail = {
  end: -36,
  value: (b) => times(normalCdfScaled(Math.max(b, -60)), Math.max(b, -60)),
  slope: (b) => {
    const x = Math.max(b, -60);
    const [cdf, pdf] = [normalCdfScaled(x), normalPdfScaled(x)];
    const lifted = cdf.significand.scaled(powerOfTwo(cdf.power - pdf.power));
    return { significand: pdf.significand.times(x).plus(lifted), power: pdf.power };
  },
};
