/**
 * Formulas in float32 for the promise `"fast"`: as few instructions as their bounds allow.
 *
 * eʳ is a quotient (c + r)/(c − r) with c = r coth(r/2), for which two terms in r² are enough, and which
 * merges with the division that most of these functions need anyway. Where e^x − 1 counts, it is
 * r + r d/(2 − d) with d = r − (c − 2).
 *
 * @module
 */

import { horner } from "./_arithmetic.ts";
import { ATANH_FAST, COTH_FAST, MILLS_NARROW } from "./_coefficients.ts";
import { ALPHA, SCALE, SIGMOID_GELU } from "./_formulas.ts";
import { Lanes } from "./_lanes.ts";
import { reducedCubic } from "./_reduced_cubic.ts";
import { reducedPowers } from "./_reduced_powers.ts";
import { MU, standard } from "./_standard.ts";
import { wide } from "./_wide.ts";

const number = (value: number) => Lanes.constant("f32", Math.fround(value));
const narrow = { number };
const [zero, one, minusZero] = [0, 1, -0].map(number);

/**
 * Exponentials come multiplied by 2 to this, so that none that counts is subnormal: processors take a
 * hundred times as long for such.
 */
const SHIFT = 37;

/** The least x whose x e^x counts. */
const LOWEST = -112;

/** x = n ln 2/k + r. */
interface Reduced {
  /** The whole number n + shift in the last bits. */
  readonly rounded: Lanes;
  readonly r: Lanes;
}

/** To the nearest n; what n takes is multiplied by 2 to a shift. */
function nearest(x: Lanes, k: number, shift: number): { rounded: Lanes; n: Lanes } {
  const rounder = number(1.5 * 2 ** 23 + shift);
  const rounded = x.times(number(k / Math.LN2)).plus(rounder);
  return { rounded, n: rounded.minus(rounder) };
}

/** A number in two parts: whole numbers of 8 bits times the first are exact. */
function parts(value: number): [high: number, low: number] {
  const high = Math.round(value * 2 ** 15) / 2 ** 15;
  return [high, value - high];
}

/** With all the digits that float32 has room for. */
function reduced(x: Lanes, k: number, shift: number): Reduced {
  const { rounded, n } = nearest(x, k, shift);
  const [high, low] = parts(Math.LN2 / k).map(number);
  return { rounded, r: x.minus(n.times(high)).minus(n.times(low)) };
}

/** For what comes near 1 as |x| grows, so that less digits of r count there. */
function roughly(x: Lanes, k: number, shift: number): Reduced {
  const { rounded, n } = nearest(x, k, shift);
  return { rounded, r: x.minus(n.times(number(Math.LN2 / k))) };
}

/** c with e^(kr) = (c + r)/(c − r), from a multiple of r² by a unit, and times another. */
function coth(square: Lanes, k: number, unit = 1): Lanes {
  const [a, b] = COTH_FAST;
  return horner(narrow, square, [2 / k * unit, a * k / unit, b * k ** 3 / unit ** 3]);
}

/** The bits of 2ⁿ in the place of an exponent. */
const exponentOf = (rounded: Lanes) => rounded.as("i32").shifted(23);
const raised = (value: Lanes, exponent: Lanes) => value.as("i32").plus(exponent).as("f32");

/** top/below = eˣ; the first is what is so small. */
interface Quotient {
  readonly top: Lanes;
  readonly below: Lanes;
}

/** e^(kx) times a power of two, both at a size at which no square is subnormal. */
function quotient(x: Lanes, k = 1): Quotient {
  const { rounded, r } = reduced(x, k, 0);
  // Where c is no power of two, c + r and c − r are to have the same exponent, as that rounds less.
  const unit = (k === 1 ? 1 : 0.75 * k) * 2 ** SHIFT;
  const large = r.times(number(unit));
  const c = coth(large.times(large), k, unit);
  return { top: raised(c.plus(large), exponentOf(rounded)), below: c.minus(large) };
}

const rectified = (x: Lanes) => minusZero.greatest(x);
/** −|x|, but no less than counts. */
const tail = (x: Lanes, lowest: number) => x.or(minusZero).greatest(number(lowest));
/** e/(1 + e) */
const share = ({ top, below }: Quotient) => top.over(below.plus(top));

/** max(x, 0) − t e/(1 + e), e = top/below, with u = −t. */
const gated = (x: Lanes, u: Lanes, { top, below }: Quotient) =>
  rectified(x).plus(u.times(top).over(below.plus(top)));

/** Σ cₖ tᵏ by c₀ + c₁t, c₂ + c₃t, …, which rounds less often than one after another. */
function byPairs(t: Lanes): (c: readonly number[]) => Lanes {
  const square = t.times(t);
  return (c) => {
    const pairs = c.flatMap((_, k) => k % 2 === 0 ? [horner(narrow, t, c.slice(k, k + 2))] : []);
    return pairs.reduceRight((sum, pair) => sum.times(square).plus(pair));
  };
}

const swish = (k: number) => (x: Lanes) => {
  const u = tail(x, LOWEST / k);
  return gated(x, u, quotient(u, k));
};

/** ln(1 + e^(−|x|)) = 2 artanh(e/(2 + e)) */
function bend(x: Lanes): Lanes {
  const { top, below } = quotient(tail(x, LOWEST));
  const s = share({ top, below: below.plus(below) });
  const [square, twice] = [s.times(s), s.plus(s)];
  return twice.plus(twice.times(square.times(horner(narrow, square, ATANH_FAST))));
}

/** max(x, 0) times scale, and (e^x − 1) times height on the left. */
const exponentialTail = (scale: number, height: number) => (x: Lanes): Lanes => {
  const { rounded, r } = roughly(x.least(zero).greatest(number(-30)), 1, 127);
  const square = r.times(r);
  const d = r.minus(square.times(horner(narrow, square, COTH_FAST)));
  const less = r.plus(r.times(d).over(number(2).minus(d)));
  const unit = exponentOf(rounded).as("f32");
  const left = unit.times(less).plus(unit.minus(one));
  const times = (y: Lanes, k: number) => k === 1 ? y : y.times(number(k));
  return times(x.greatest(zero), scale).plus(times(left, height)).or(x.and(minusZero));
};

const all: Readonly<Record<string, (x: Lanes) => Lanes>> = {
  exponential0: (x) => {
    const { rounded, r } = reduced(x.greatest(number(-105)).least(number(89)), 1, 254);
    const large = r.times(number(2 ** SHIFT));
    const below = coth(large.times(large), 1, 2 ** SHIFT).minus(large);
    const value = large.plus(large).over(below).plus(one);
    // 2ⁿ by halves, as it may be more than float32 holds, or less.
    const half = rounded.as("i32").shiftedRight(1).shifted(23);
    const rest = exponentOf(rounded).minus(half);
    return value.times(half.as("f32")).times(rest.as("f32"));
  },
  sigmoid0: (x) => share(quotient(x.greatest(number(LOWEST)).least(number(20)))),
  silu0: swish(1),
  geluSigmoid0: swish(SIGMOID_GELU),
  geluTanh0: (x) => {
    const u = tail(x, -10.9);
    const unit = 2 ** SHIFT;
    const { n, r } = reducedCubic(u, 0, unit);
    // So that c + r and c − r lie high between two powers of two, where rounding takes less of them.
    const large = r.times(number(1.15));
    const c = coth(large.times(large), Math.LN2, 1.15 * unit);
    return gated(x, u, { top: raised(c.plus(large), n), below: c.minus(large) });
  },
  gelu0: (x) => {
    const t = x.magnitude.least(number(14.75));
    // The upper half of t has a square without a rounding; what that lacks is (t − upper)(t + upper).
    const near = t.greatest(number(2 ** -20));
    const upper = near.and(Lanes.whole(-(2 ** 12)));
    const [square, lack] = [upper.times(upper), near.minus(upper).times(near.plus(upper))];
    const { rounded, n } = nearest(square.plus(lack), -0.5, 42);
    const [high, low] = parts(2 * Math.LN2).map(number);
    const r = square.plus(n.times(high)).plus(lack.plus(n.times(low)));
    const c = coth(r.times(r), 0.5);
    const bell = raised(c.minus(r), exponentOf(rounded));
    const [p, q] = MILLS_NARROW;
    const top = t.times(bell).times(horner(narrow, t, p));
    const below = horner(narrow, t, q.map((c) => c * 2 ** 42)).times(c.plus(r));
    return rectified(x).minus(top.over(below));
  },
  gelu100: (x) => all.gelu0(x.least(number(10))),
  laplace0: (x) => {
    // Widths from the middle, and their squares, in doubles: float32 would lose digits that count.
    const widths = x.halves.map((half) => standard(half).magnitude.least(wide.number(14.75)));
    const powers = widths.map((t) => t.times(t).times(wide.number(-0.5 / Math.LN2)));
    const { n, r } = reducedPowers(powers, 42);
    const c = coth(r.times(r), Math.LN2);
    const t = Lanes.joined(widths[0], widths[1]);
    const [p, q] = [MILLS_NARROW[0], MILLS_NARROW[1].map((c) => c * 2 ** 42)].map(byPairs(t));
    const left = raised(c.plus(r), n).times(p).over(q.times(c.minus(r)));
    return one.minus(left).where(x.is("gt", number(MU)), left);
  },
  tanh0: (x) => {
    const { rounded, r } = roughly(x.greatest(number(-9.5)).least(number(9.5)), 2, 127);
    const unit = exponentOf(rounded).as("f32");
    // −tanh of what is whole, then what the rest r adds.
    const step = one.minus(unit).over(unit.plus(one));
    const slope = one.minus(step.times(step));
    return r.times(slope).over(coth(r.times(r), 2).minus(r.times(step))).minus(step);
  },
  mish0: (x) => {
    // e(e + 2)/(e(e + 2) + 2) of e = top/below; beyond 16 it is 1.
    const left = x.greatest(number(LOWEST));
    const near = left.least(number(16));
    const { top, below } = quotient(near);
    const twice = below.plus(below);
    const part = top.times(top.plus(twice));
    const gate = part.plus(below.times(twice));
    return near.times(part).over(gate).minus(near.minus(left));
  },
  softplus0: (x) => rectified(x).plus(bend(x)),
  logSigmoid0: (x) => x.least(minusZero).minus(bend(x)),
  elu0: exponentialTail(1, 1),
  selu0: exponentialTail(SCALE, SCALE * ALPHA),
  lisht0: (x) => x.times(all.tanh0(x)),
  hardSwish0: (x) => {
    const near = x.greatest(number(-3));
    // 6 times the float32 nearest to 1/6 rounds to 1.
    return near.times(near.plus(number(3)).least(number(6)).times(number(1 / 6)));
  },
  sparsePlus0: (x) => {
    const sum = x.greatest(number(-1)).plus(one);
    return x.where(x.is("ge", one), sum.times(sum).times(number(0.25)));
  },
  sqrtSoftplus0: (x) => {
    // With e = e^(−|x|/2), e√(ln(1 + e²)/e²) on the left, √(x + ln(1 + e²)) on the right.
    const { top, below } = quotient(tail(x, 2 * LOWEST), 0.5);
    const [near, unit] = [top.greatest(number(2 ** -60)), below.times(below)];
    const half = unit.over(unit.plus(unit).plus(near.times(near)));
    // ln(1 + e²) = 2 artanh s; where s is so small that digits are lost, they do not count.
    const s = one.minus(half.plus(half));
    const square = s.times(s);
    const series = horner(narrow, square, [2, ...ATANH_FAST.map((c) => 2 * c)]);
    const right = x.is("gt", zero);
    const root = s.where(right, half).times(series).plus(x.greatest(zero)).root;
    return root.where(right, top.times(root).over(below));
  },
  squareplus0: (x) => {
    // (t + √(t² + 4))/2, or what is 1 over it; squares neither too small nor too large.
    const half = x.magnitude.times(number(0.5));
    const near = half.greatest(number(2 ** -40)).least(number(2 ** 60));
    const right = near.times(near).plus(one).root.greatest(half).plus(half);
    return right.where(x.is("gt", zero), one.over(right));
  },
};

/** By the name of the function and its order, with one NaN, as engines differ in theirs. */
export const fast: Readonly<Record<string, (x: Lanes) => Lanes>> = Object.fromEntries(
  Object.entries(all).map(([name, f]) => [name, (x: Lanes) => f(x).or(x.is("ne", x))]),
);
