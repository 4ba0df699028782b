import { DoubleDouble } from "../../special/double_double.ts";
import { scaleBy, type Scaled } from "../../special/exp.ts";
import { exponentOf, powerOfTwo } from "../../special/_scale.ts";

/** The product of the factors, rounded once, where no part of it over- or underflows. */
export function roundedProduct(factors: readonly (number | Scaled)[]): number {
  const plain = factors.reduce<number>((all, x) => all * (typeof x === "number" ? x : 1), 1);
  // Infinite, none, or 0 because a factor is.
  if (Number.isNaN(plain)) return NaN;
  const numbers = factors.filter((x) => typeof x === "number");
  if (numbers.some((x) => x === 0 || Math.abs(x) === Infinity)) return plain;
  let significand = new DoubleDouble(1);
  let power = 0;
  for (const x of factors) {
    const part = typeof x === "number" ? split(x) : x;
    significand = significand.times(part.significand);
    power += part.power;
  }
  return scaleBy(significand, power);
}

/** A finite number other than 0 as a number from 1 to 2 times a power of two. */
function split(x: number): Scaled {
  if (Math.abs(x) < 2 ** -900) {
    const { significand, power } = split(x * 2 ** 200);
    return { significand, power: power - 200 };
  }
  const power = exponentOf(x);
  // In two steps, as the power of two itself may overflow.
  const half = Math.trunc(power / 2);
  return { significand: new DoubleDouble(x * powerOfTwo(-half) * powerOfTwo(half - power)), power };
}
