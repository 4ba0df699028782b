/**
 * Kernels from doubles to doubles.
 *
 * @module
 */

import type { Arithmetic } from "./_arithmetic.ts";
import { ALPHA, type Formula, formulas, isRight, SCALE } from "./_formulas.ts";
import { sigmoidOf, signed, tail, tanhOver } from "./_formulas.ts";
import { full, fullExp } from "./_full.ts";
import type { Lanes } from "./_lanes.ts";
import { loopOver, type Step } from "./_loop.ts";
import type { Func } from "./_wasm.ts";

/** A formula, and from which |x| on its result may be subnormal, so that it is left to others. */
type Bounded = readonly [formula: Formula, end: number];

const { number } = full;

/** max(x, 0) with the sign of x, also of 0, so that what is added to it may vanish. */
const rectified = (x: Lanes) => number(-0).greatest(x);

/** max(x, 0) + ln(1 + e^(−|x|)) */
const softplus = (x: Lanes) => rectified(x).plus(full.log1p(full.exp(tail(full, x))));

const exponentialTail = (scale: number, height: number): Formula => (a, x) => {
  const left = a.expm1(x.least(number(0)));
  const scaled = height === 1 ? left : left.times(number(scale * height));
  const right = scale === 1 ? x : x.times(number(scale));
  return { y: signed(a, right.where(isRight(a, x), scaled), x) };
};

const own: Readonly<Record<string, Formula>> = {
  sigmoid0: (a, x) => sigmoidOf(a, x, isRight(a, x)),
  silu0: (a, x) => {
    const u = tail(a, x);
    const e = a.exp(u);
    return { y: rectified(x).plus(u.times(e).over(e.plus(number(1)))) };
  },
  mish0: (a, x) => {
    // Left e(e + 2)/(e(e + 2) + 2), right what (1 + 2e)/(1 + 2e + 2e²) lacks of 1.
    const right = isRight(a, x);
    const u = tail(a, x);
    const e = a.exp(u);
    const top = e.times(e.plus(e).where(right, e.plus(number(2))));
    const line = e.times(number(2)).plus(number(1));
    const below = top.plus(line.where(right, number(2)));
    return { y: rectified(x).plus(u.times(top).over(below)) };
  },
  tanh0: (a, x) => ({ y: signed(a, tanhOver(a, x), x) }),
  softplus0: (_, x) => ({ y: softplus(x) }),
  logSigmoid0: (_, x) => ({ y: softplus(x.negated).negated }),
  elu0: exponentialTail(1, 1),
  selu0: exponentialTail(SCALE, ALPHA),
  /** Φ(−t) without t² losing its last digits: they count in the exponential. */
  gelu0: (_, x) => {
    const t = x.magnitude.least(number(38));
    const [p, q] = full.mills(t);
    return { y: rectified(x).minus(t.times(full.bellOf(t)).times(p).over(q)) };
  },
};

/** Tails that count to the end: |u| as large as may be. */
const far = (name: string): Bounded => [own[name] ?? formulas[name], 700];

const all: Readonly<Record<string, Bounded>> = {
  exponential0: [(_, x) => ({ y: fullExp(x) }), 700],
  sigmoid0: far("sigmoid0"),
  silu0: far("silu0"),
  mish0: far("mish0"),
  tanh0: [own.tanh0, Infinity],
  softplus0: far("softplus0"),
  logSigmoid0: far("logSigmoid0"),
  gelu0: [own.gelu0, 37],
  elu0: [own.elu0, Infinity],
  selu0: [own.selu0, Infinity],
  softsign0: [formulas.softsign0, Infinity],
  sigmoid1: far("sigmoid1"),
  softplus1: far("softplus1"),
  logSigmoid1: far("logSigmoid1"),
  tanh1: [formulas.tanh1, 350],
  elu1: far("elu1"),
};

/** A formula in doubles; what is in doubt is a tail that may be subnormal. */
function step(a: Arithmetic, x: Lanes, [formula, end]: Bounded): Step {
  const { y } = formula(a, x);
  const result = y.where(x.is("eq", x), a.number(NaN));
  return end === Infinity ? { result } : { result, doubt: x.magnitude.is("ge", a.number(end)) };
}

/** One for each function, named `double …`. */
export function doubleKernels(): Func[] {
  return Object.entries(all).map(([name, bounded]) =>
    loopOver(`double ${name}`, "f64", (x) => step(full, x, bounded))
  );
}
