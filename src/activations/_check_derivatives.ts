import { numericalDerivative } from "../calculus/numerical_derivative.ts";

/** A user's function with what is to be checked of it. */
export interface Claims {
  readonly id: string;
  readonly f: (x: number) => number;
  readonly kinks: readonly number[];
  readonly derivative?: (x: number) => number;
  readonly second?: (x: number) => number;
}

/** Relative error that is let pass, beside 16 times the estimated error of the numerical value. */
const TOLERANCE = 1e-5;

/**
 * Compares given derivatives with numerical ones.
 *
 * @throws TypeError if f gives no finite number at any point
 * @throws RangeError at the first point where they differ, or where an unlisted kink shows
 */
export function checkDerivatives({ id, f, kinks, derivative, second }: Claims): void {
  const xs = points(kinks);
  checkNumbers(id, "f", f, xs);
  if (!derivative) return;
  checkNumbers(id, "derivative", derivative, xs);
  checkOne({ id, name: "derivative", of: "f", f, claimed: derivative, kinks, xs });
  if (!second) return;
  checkNumbers(id, "secondDerivative", second, xs);
  checkOne({ id, name: "secondDerivative", of: "f′", f: derivative, claimed: second, kinks, xs });
}

/** 0, ±2^(k/4) up to 128, and points between and beside kinks, none a kink; by rising |x|. */
function points(kinks: readonly number[]): number[] {
  const magnitudes = Array.from({ length: 49 }, (_, k) => 2 ** (k / 4 - 5));
  const beside = kinks.flatMap((kink) => [kink - 0.5, kink - 1 / 64, kink + 1 / 64, kink + 0.5]);
  const between = kinks.slice(1).map((kink, index) => (kink + kinks[index]) / 2);
  const xs = [0, ...magnitudes, ...magnitudes.map((x) => -x), ...beside, ...between];
  return [...new Set(xs)].filter((x) => !kinks.includes(x)).sort((a, b) =>
    Math.abs(a) - Math.abs(b)
  );
}

function checkNumbers(id: string, name: string, f: (x: number) => number, xs: number[]): void {
  const values = xs.map(f);
  const odd = values.findIndex((value) => typeof value !== "number");
  if (odd >= 0) {
    throw new TypeError(
      `Cannot define ${id} as ${name} must return numbers: ${name}(${xs[odd]}) is ${values[odd]}`,
    );
  }
  if (!values.some(Number.isFinite)) {
    throw new TypeError(
      `Cannot define ${id} as ${name} must be finite somewhere: it is at none of ` +
        `${xs.length} points of [-128, 128]`,
    );
  }
}

function checkOne({ id, name, of, f, claimed, kinks, xs }: {
  readonly id: string;
  readonly name: string;
  readonly of: string;
  readonly f: (x: number) => number;
  readonly claimed: (x: number) => number;
  readonly kinks: readonly number[];
  readonly xs: readonly number[];
}): void {
  const estimates = xs.map((x) => numericalDerivative(f, x, { kinks }));
  const sizes = estimates.map(({ value }) => Math.abs(value)).filter(Number.isFinite);
  // So that values which vanish beside the others, in a tail, need not agree to the last digit.
  const typical = Math.min(1, Math.max(...sizes));
  xs.forEach((x, index) => {
    const { value, error } = estimates[index];
    if (!Number.isFinite(value)) return;
    const given = claimed(x);
    const allowed = (estimate: { value: number; error: number }) =>
      16 * estimate.error + TOLERANCE * Math.max(Math.abs(estimate.value), typical);
    if (Math.abs(given - value) <= allowed({ value, error })) return;
    // Differences cannot tell an infinite slope from a steep one.
    if (Math.abs(given) === Infinity && error > TOLERANCE * Math.abs(value)) return;

    const left = numericalDerivative(f, x, { kinks, side: "left" });
    const right = numericalDerivative(f, x, { kinks, side: "right" });
    const [low, high] = left.value < right.value ? [left, right] : [right, left];
    const jumps = high.value - low.value > allowed(low) + allowed(high);
    const between = given >= low.value - allowed(low) && given <= high.value + allowed(high);
    if (jumps && between && of !== "f") return;
    if (jumps && between) {
      throw new RangeError(
        `Cannot define ${id} as kinks must list every point where f′ jumps: it jumps at ${x} from ` +
          `about ${short(left.value)} to ${short(right.value)}`,
      );
    }
    throw new RangeError(
      `Cannot define ${id} as ${name} must be the derivative of ${of}: at ${x} it is ${given}, ` +
        `while the differences of ${of} give ${short(value)}`,
    );
  });
}

/** Nine digits: the rest of a numerical derivative says nothing. */
function short(x: number): string {
  return String(Number(x.toPrecision(9)));
}
