import type { RemezOptions } from "./_remez_options.ts";

/** The same problem for a whole polynomial, and the way back. */
export interface Dense {
  readonly target: (u: number) => number;
  readonly options: RemezOptions;
  /** The coefficients of the powers of x, of those of the powers of u. */
  readonly coefficients: (ofU: readonly number[]) => number[];
  /** Where a point of the dense problem lies, and which sign its error has there. */
  readonly point: (u: number) => { readonly x: number; readonly sign: number };
}

/**
 * Nearer to 0 than this part of the domain the quotient of two zeros, which loses its digits there, is
 * continued from beside it.
 */
const NEAR = 2 ** -10;

/**
 * A polynomial of even or odd powers, or one whose lowest coefficients are given, as xˢ times a whole one
 * in u = x or x²: (f − what is given)/xˢ is approximated, and errors are multiplied by |x|ˢ. So a weight
 * that is infinite at a zero of f is none any more where the polynomial has the zero too.
 */
export function denseProblem(target: (x: number) => number, options: RemezOptions): Dense {
  const { degree, parity, fixed = {}, weight = () => 1, domain, kinks = [] } = options;
  if ((options.denominator ?? 0) > 0) {
    throw new RangeError("Cannot approximate by powers that are chosen as denominator must be 0");
  }
  const stride = parity ? 2 : 1;
  const powers: number[] = [];
  for (let k = parity === "odd" ? 1 : 0; k <= degree; k += stride) powers.push(k);
  const given = Object.keys(fixed);
  const first = given.length;
  const lowest = powers.slice(0, first).map((k) => `c${k}`);
  if (first >= powers.length || !given.every((name) => lowest.includes(name))) {
    throw new RangeError(
      `Cannot approximate as fixed must be of the lowest coefficients, and leave one: they are ` +
        `${powers.map((k) => `c${k}`).join(", ")}, current value is ${given.join(", ")}`,
    );
  }
  const s = powers[first];
  const [from, to] = domain;
  if (parity) checkParity(target, domain, parity);
  const known = (x: number) =>
    powers.slice(0, first).reduce((sum, k) => sum + fixed[`c${k}`] * x ** k, 0);
  const xOf = (u: number) => stride === 2 ? Math.sqrt(Math.max(0, u)) * (to <= 0 ? -1 : 1) : u;
  const ends = stride === 1
    ? [from, to] as const
    : from < 0 && to > 0
    ? [0, to * to] as const
    : [Math.min(from * from, to * to), Math.max(from * from, to * to)] as const;
  const near = (NEAR * Math.max(Math.abs(from), Math.abs(to))) ** stride;
  const nodes = (ends[0] < 0 ? [-2, -1, 1, 2] : [1, 2, 3, 4])
    .map((k) => k * near * (ends[1] <= 0 ? -1 : 1));
  const quotient = (u: number) => {
    const x = xOf(u);
    return (target(x) - known(x)) / x ** s;
  };
  const scaled = (u: number) => {
    const x = xOf(u);
    return weight(x) * Math.abs(x) ** s;
  };
  return {
    target: (u) => Math.abs(u) < near ? continued(quotient, nodes, u) : quotient(u),
    options: {
      domain: ends,
      degree: powers.length - first - 1,
      weight: (u) => {
        const value = scaled(u);
        // Where 0 meets infinity; a weight that is 0 at 0 only makes the error 0 there.
        if (value > 0 || u !== 0) return value;
        return Math.max(
          Number.MIN_VALUE,
          Number.isNaN(value) ? continued(scaled, nodes, u) : value,
        );
      },
      kinks: kinks.map((x) => x ** stride),
    },
    coefficients: (ofU) => {
      const all = new Array<number>(powers.at(-1)! + 1).fill(0);
      powers.forEach((k, i) => all[k] = i < first ? fixed[`c${k}`] : ofU[i - first]);
      return all;
    },
    point: (u) => {
      const x = xOf(u);
      return { x, sign: s % 2 === 1 && x < 0 ? -1 : 1 };
    },
  };
}

/** The cubic through four values. */
function continued(f: (u: number) => number, nodes: readonly number[], u: number): number {
  return nodes.reduce(
    (sum, a, i) =>
      sum + f(a) * nodes.reduce((part, b, j) => i === j ? part : part * (u - b) / (a - b), 1),
    0,
  );
}

function checkParity(
  target: (x: number) => number,
  [from, to]: readonly [number, number],
  parity: "even" | "odd",
): void {
  if (!(from < 0 && to > 0)) return;
  if (from !== -to) {
    throw new RangeError(
      `Cannot approximate by ${parity} powers as the domain must be even or on one side of 0: ` +
        `current value is [${from}, ${to}]`,
    );
  }
  for (let k = 1; k <= 16; k++) {
    const x = to * k / 16;
    const [left, right] = [target(-x), target(x)];
    const off = parity === "even" ? right - left : right + left;
    if (Math.abs(off) <= 1e-12 * Math.max(Math.abs(left), Math.abs(right), 1e-300)) continue;
    throw new RangeError(
      `Cannot approximate by ${parity} powers as the target must be ${parity}: ` +
        `it is ${left} at ${-x} and ${right} at ${x}`,
    );
  }
}
