import { DoubleDouble } from "./double_double.ts";
import { exponentOf, powerOfTwo } from "./_scale.ts";
import { LN_2, PLACES, SQRT_8_OVER_PI } from "./_wide_table.ts";

const SHIFT = BigInt(PLACES);
const ONE = 1n << SHIFT;
/** Below it eˣ is less than the last place. */
const VANISHED = -180;

/**
 * An immutable number with 256 binary places, for the few arguments where the terms of a formula
 * cancel to less than double-double arithmetic can tell. About a thousand times slower.
 */
export class Wide {
  /** √(8/π). */
  static readonly SQRT_8_OVER_PI: Wide = new Wide(SQRT_8_OVER_PI);

  private constructor(private readonly m: bigint) {}

  /** A double or a number in two parts, exactly if its last bit is not below 2⁻²⁵⁶. */
  static of(x: DoubleDouble | number): Wide {
    if (typeof x !== "number") return Wide.of(x.hi).plus(x.lo);
    if (x === 0) return new Wide(0n);
    const exponent = exponentOf(x);
    const whole = BigInt(x * powerOfTwo(52 - exponent));
    const shift = BigInt(exponent - 52) + SHIFT;
    return new Wide(shift >= 0n ? whole << shift : whole >> -shift);
  }

  /** This + other. */
  plus(other: Wide | number): Wide {
    return new Wide(this.m + lifted(other).m);
  }

  /** This − other. */
  minus(other: Wide | number): Wide {
    return new Wide(this.m - lifted(other).m);
  }

  /** This · other. */
  times(other: Wide | number): Wide {
    return new Wide(this.m * lifted(other).m >> SHIFT);
  }

  /** e to the power of this, which is below 2¹⁰. */
  exp(): Wide {
    if (this.m < BigInt(VANISHED) * ONE) return new Wide(0n);
    const turns = (2n * this.m + LN_2) / (2n * LN_2) - (this.m < 0n ? 1n : 0n);
    // An eighth of the rest, so that the series is short; its sum is squared three times.
    const rest = (this.m - turns * LN_2) >> 3n;
    let sum = ONE;
    let term = ONE;
    for (let k = 1n; term !== 0n && term !== -1n; k++) {
      term = (term * rest >> SHIFT) / k;
      sum += term;
    }
    for (let k = 0; k < 3; k++) sum = sum * sum >> SHIFT;
    return new Wide(turns >= 0n ? sum << turns : sum >> -turns);
  }

  /** The natural logarithm of this, a number from 2⁻¹⁰⁰ to 2¹⁰⁰, by Newton's method. */
  log(): Wide {
    let root = Wide.of(Math.log(this.toDouble().hi));
    // 50, 100, 200 and 400 right bits.
    for (let k = 0; k < 3; k++) {
      root = root.plus(this.times(new Wide(-root.m).exp())).minus(1);
    }
    return root;
  }

  /** The nearest number in two parts. */
  toDouble(): DoubleDouble {
    const hi = Number(this.m);
    const lo = Number(this.m - BigInt(hi));
    return new DoubleDouble(hi * powerOfTwo(-PLACES), lo * powerOfTwo(-PLACES));
  }
}

function lifted(x: Wide | number): Wide {
  return typeof x === "number" ? Wide.of(x) : x;
}
