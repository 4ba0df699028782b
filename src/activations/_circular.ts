import { DoubleDouble } from "../special/double_double.ts";

/** sin and cos of one angle in two parts. */
export interface SineCosine {
  readonly sine: DoubleDouble;
  readonly cosine: DoubleDouble;
}

/**
 * sin x and cos x in two parts, each to a relative error below 2⁻⁶⁵, for every finite x.
 *
 * The angle is brought into [−π/4, π/4] with as many bits of π as its size asks for; there both are
 * power series.
 *
 * @param x any finite number
 * @param doublings if given, x · 2^doublings is meant, which may be beyond the largest double
 */
export function sineCosine(x: number, doublings = 0): SineCosine {
  if (!Number.isFinite(x)) {
    return { sine: new DoubleDouble(NaN), cosine: new DoubleDouble(NaN) };
  }
  const { quarters, rest } = doublings > 0 || Math.abs(x) > 1e6
    ? reducedExactly(x, doublings)
    : reduced(x);
  const square = rest.times(rest);
  const sine = series(SINE, square).times(rest);
  const cosine = series(COSINE, square);
  const turned = [
    { sine, cosine },
    { sine: cosine, cosine: sine.negated() },
    { sine: sine.negated(), cosine: cosine.negated() },
    { sine: cosine.negated(), cosine: sine },
  ];
  return turned[quarters];
}

/** The coefficients ±1/k! of sin x / x and cos x in x². */
const SINE: readonly DoubleDouble[] = coefficients(1);
const COSINE: readonly DoubleDouble[] = coefficients(0);

function coefficients(first: 0 | 1): readonly DoubleDouble[] {
  const found = [new DoubleDouble(1)];
  for (let k = first + 2; k < 22; k += 2) {
    found.push(found[found.length - 1].dividedBy(-k * (k - 1)));
  }
  return found;
}

function series(coefficients: readonly DoubleDouble[], square: DoubleDouble): DoubleDouble {
  return coefficients.reduceRight((sum, next) => sum.times(square).plus(next));
}

/** π/2 in four parts, the first three of 33 bits, so that a multiple below 2²⁰ of them is exact. */
const QUARTER = [
  1.5707963267341256,
  6.077100506303966e-11,
  2.0222662487111665e-21,
  8.4784276603689e-32,
];

/** x = rest + quarters · π/2, up to whole turns. */
function reduced(x: number): { quarters: number; rest: DoubleDouble } {
  const k = Math.round(x / (Math.PI / 2));
  const [a, b, c, d] = QUARTER;
  const rest = DoubleDouble.sum(x, -k * a).plus(-k * b).plus(-k * c).plus(-k * d);
  return { quarters: ((k % 4) + 4) % 4, rest };
}

/** Bits behind the point: enough for the largest angle, times its closeness to a multiple of π/2. */
const BITS = 1300n;
let halfPi: bigint | undefined;

/** The same for any size, with π to 1300 bits. */
function reducedExactly(x: number, doublings: number): { quarters: number; rest: DoubleDouble } {
  halfPi ??= pi(BITS) / 2n;
  // x is a whole number of 2⁻⁵³ here, as it is above 10⁶.
  const whole = Math.abs(x) < 2 ** 53 ? BigInt(x * 2 ** 53) : BigInt(x) << 53n;
  const scaled = whole << (BITS - 53n + BigInt(doublings));
  let quarters = scaled / halfPi;
  let rest = scaled - quarters * halfPi;
  if (2n * (rest < 0n ? -rest : rest) > halfPi) {
    const step = rest < 0n ? -1n : 1n;
    quarters += step;
    rest -= step * halfPi;
  }
  const short = rest >> (BITS - 200n);
  const high = Number(short);
  const low = Number(short - BigInt(high));
  return {
    quarters: Number(BigInt.asUintN(2, quarters)),
    rest: DoubleDouble.sum(high, low).scaled(2 ** -200),
  };
}

/** π · 2ᵇⁱᵗˢ by Machin's formula, 16 arctan 1/5 − 4 arctan 1/239. */
function pi(bits: bigint): bigint {
  const guard = 32n;
  const arctan = (n: bigint): bigint => {
    let power = (1n << (bits + guard)) / n;
    let sum = power;
    for (let k = 3n; power !== 0n; k += 2n) {
      power = -power / (n * n);
      sum += power / k;
    }
    return sum;
  };
  return (16n * arctan(5n) - 4n * arctan(239n)) >> guard;
}
