import { DoubleDouble } from "../../special/double_double.ts";
import { scaleBy, type Scaled } from "../../special/exp.ts";
import { exponentOf, powerOfTwo } from "../../special/_scale.ts";

/** An immutable number m · 2ᵉ without rounding, for sums whose terms cancel; slow. */
export class ExactNumber {
  private constructor(private readonly m: bigint, private readonly e: number) {}

  /** 0. */
  static readonly ZERO: ExactNumber = new ExactNumber(0n, 0);

  /** A finite double. */
  static of(x: number): ExactNumber {
    if (x === 0) return ExactNumber.ZERO;
    if (Math.abs(x) < 2 ** -900) return ExactNumber.of(x * 2 ** 200).shifted(-200);
    const e = exponentOf(x) - 52;
    return new ExactNumber(BigInt(x * powerOfTwo(-e)), e);
  }

  /** The number in two parts and a power of two. */
  static scaled({ significand: { hi, lo }, power }: Scaled): ExactNumber {
    return ExactNumber.of(hi).plus(ExactNumber.of(lo)).shifted(power);
  }

  private shifted(power: number): ExactNumber {
    return new ExactNumber(this.m, this.e + power);
  }

  plus(other: ExactNumber): ExactNumber {
    if (this.m === 0n) return other;
    if (other.m === 0n) return this;
    const e = Math.min(this.e, other.e);
    const m = (this.m << BigInt(this.e - e)) + (other.m << BigInt(other.e - e));
    return new ExactNumber(m, e);
  }

  minus(other: ExactNumber): ExactNumber {
    return this.plus(new ExactNumber(-other.m, other.e));
  }

  times(other: ExactNumber): ExactNumber {
    return new ExactNumber(this.m * other.m, this.e + other.e);
  }

  /** The nearest number in two parts and a power of two. */
  toScaled(): Scaled {
    if (this.m === 0n) return { significand: new DoubleDouble(0), power: 0 };
    const digits = (this.m < 0n ? -this.m : this.m).toString(16).length;
    const excess = Math.max(0, 4 * digits - 160);
    const top = this.m >> BigInt(excess);
    const hi = Number(top);
    const size = exponentOf(hi);
    const unit = powerOfTwo(-size);
    const significand = new DoubleDouble(hi * unit, Number(top - BigInt(hi)) * unit);
    return { significand, power: this.e + excess + size };
  }
}

/** a · b / c, of numbers in two parts, rounded once. */
export function ratio(a: Scaled, b: Scaled, c: Scaled): number {
  const significand = a.significand.times(b.significand).dividedBy(c.significand);
  return scaleBy(significand, a.power + b.power - c.power);
}
