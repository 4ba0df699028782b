import * as elementary from "../../../src/arrays/exact/_elementary.ts";
import { Real, withBits } from "../../../src/arrays/exact/_real.ts";
import { ulpOf } from "../../accuracy/ulp_error.ts";

/** Bits that are kept: more than 180 digits. */
const BITS = 600;

/** Numbers with a bound of each: how far from 0.51 ulp a computed one may be, as terms cancel. */
export interface Expected {
  readonly values: readonly Real[];
  readonly slack: readonly number[];
}

const one = Real.of(1);
const ZERO = Real.of(0);
const reals = (x: readonly number[]) => x.map(Real.of);
const sum = (terms: readonly Real[]) => terms.reduce((a, b) => a.plus(b), ZERO);
const size = (x: Real) => x.sign < 0 ? x.negated : x;
/** No slack: nothing cancels. */
const tight = (values: readonly Real[]): Expected => ({ values, slack: values.map(() => 0) });
const loose = (values: readonly Real[], terms: readonly Real[]): Expected => ({
  values,
  slack: terms.map((term) => term.toNumber() * 2 ** -70),
});

function exponentials(x: readonly number[]): Real[] {
  const largest = Real.of(Math.max(...x));
  return reals(x).map((value) => elementary.exp(value.minus(largest)));
}

/** The functions of vectors and their products by their formulas, to 180 digits. */
export const exactly: Record<
  string,
  readonly [f: (x: number[]) => Expected, vjp: (x: number[], c: number[]) => Expected]
> = {
  softmax: [
    (x) => {
      const e = exponentials(x);
      return tight(e.map((value) => value.over(sum(e))));
    },
    (x, c) => {
      const e = exponentials(x);
      const s = e.map((value) => value.over(sum(e)));
      const part = (i: number, of: (d: Real) => Real) =>
        s[i].times(sum(reals(c).map((cj, j) => s[j].times(of(Real.of(c[i]).minus(cj))))));
      return loose(x.map((_, i) => part(i, (d) => d)), x.map((_, i) => part(i, size)));
    },
  ],
  logSoftmax: [
    (x) => {
      const e = exponentials(x);
      const largest = x.indexOf(Math.max(...x));
      const rest = elementary.log1p(sum(e.filter((_, i) => i !== largest)));
      return tight(reals(x).map((value) => value.minus(Real.of(x[largest])).minus(rest)));
    },
    (x, c) => {
      const e = exponentials(x);
      const s = e.map((value) => value.over(sum(e)));
      const part = (i: number, of: (d: Real) => Real) =>
        sum(
          x.flatMap((_, j) =>
            i === j ? [] : [
              of(Real.of(c[i]).times(s[j])),
              of(Real.of(c[j]).times(s[i]).negated),
            ]
          ),
        );
      return loose(x.map((_, i) => part(i, (d) => d)), x.map((_, i) => part(i, size)));
    },
  ],
  sparsemax: [
    (x) => {
      const { inside, threshold } = projection(x);
      return tight(reals(x).map((value, i) => inside[i] ? value.minus(threshold) : ZERO));
    },
    (x, c) => {
      const { inside } = projection(x);
      const chosen = reals(c).filter((_, i) => inside[i]);
      const mean = sum(chosen).over(Real.of(chosen.length));
      return tight(reals(c).map((value, i) => inside[i] ? value.minus(mean) : ZERO));
    },
  ],
  glu: gated((b) => {
    const s = sigmoid(b);
    return [s, s.times(sigmoid(b.negated))];
  }),
  swiglu: gated((b) => {
    const s = sigmoid(b);
    return [b.times(s), s.plus(b.times(s).times(sigmoid(b.negated)))];
  }),
  geglu: gated((b) => {
    const cdf = elementary.normalCdf(b);
    return [b.times(cdf), cdf.plus(b.times(elementary.normalDensity(b)))];
  }),
  reglu: gated((b) => b.sign > 0 ? [b, one] : [ZERO, ZERO]),
};

function sigmoid(b: Real): Real {
  return one.over(one.plus(elementary.exp(b.negated)));
}

/** By its definition: the largest k for which the k-th largest entry is above the threshold. */
function projection(x: readonly number[]) {
  const sorted = [...x].sort((a, b) => b - a);
  let threshold = ZERO;
  let count = 0;
  for (let k = 1; k <= x.length; k++) {
    const candidate = sum(reals(sorted.slice(0, k))).minus(one).over(Real.of(k));
    if (Real.of(sorted[k - 1]).minus(candidate).sign <= 0) break;
    [threshold, count] = [candidate, k];
  }
  return { threshold, inside: x.map((value) => value >= sorted[count - 1]) };
}

function gated(gate: (b: Real) => [Real, Real]) {
  const halves = (x: number[]) => [x.slice(0, x.length / 2), x.slice(x.length / 2)];
  return [
    (x: number[]) => {
      const [a, b] = halves(x);
      return tight(a.map((value, i) => Real.of(value).times(gate(Real.of(b[i]))[0])));
    },
    (x: number[], c: number[]) => {
      const [a, b] = halves(x);
      const gates = b.map((value) => gate(Real.of(value)));
      return tight([
        ...gates.map(([value], i) => value.times(Real.of(c[i]))),
        ...gates.map(([, slope], i) => slope.times(Real.of(c[i])).times(Real.of(a[i]))),
      ]);
    },
  ] as const;
}

/** The largest error in ulp, or quanta of subnormal results, less what cancelling terms excuse. */
export function worst(computed: Float64Array, expected: () => Expected): number {
  return withBits(BITS, () => {
    const { values, slack } = expected();
    return Math.max(...Array.from(computed, (value, i) => {
      const near = values[i].toNumber();
      // An overflow is right where the exact value overflows.
      if (Math.abs(near) === Infinity) return Object.is(value, near) ? 0 : Infinity;
      const error = Math.abs(Real.of(value).minus(values[i]).toNumber()) - slack[i];
      return Math.max(0, error) / ulpOf(near);
    }));
  });
}
