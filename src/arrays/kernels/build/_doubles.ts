/**
 * Kernels from doubles to doubles.
 *
 * @module
 */

import type { Arithmetic } from "./_arithmetic.ts";
import { type Formula, formulas } from "./_formulas.ts";
import { full, fullExp } from "./_full.ts";
import type { Lanes } from "./_lanes.ts";
import { loopOver, type Step } from "./_loop.ts";
import type { Func } from "./_wasm.ts";

/** A formula, and from which |x| on its result may be subnormal, so that it is left to others. */
type Bounded = readonly [formula: Formula, end: number];

/** Φ(−t) without t² losing its last digits: they count in the exponential. */
const gelu: Formula = (a, x) => {
  const t = x.magnitude.least(a.number(38));
  const [p, q] = a.mills(t);
  return { y: a.number(-0).greatest(x).minus(t.times(a.bellOf(t)).times(p).over(q)) };
};

/** Tails that count to the end: |u| as large as may be. */
const far = (name: string): Bounded => [formulas[name], 700];

const all: Readonly<Record<string, Bounded>> = {
  exponential0: [(_, x) => ({ y: fullExp(x) }), 700],
  sigmoid0: far("sigmoid0"),
  silu0: far("silu0"),
  mish0: far("mish0"),
  tanh0: [formulas.tanh0, Infinity],
  softplus0: far("softplus0"),
  logSigmoid0: far("logSigmoid0"),
  gelu0: [gelu, 37],
  elu0: [formulas.elu0, Infinity],
  selu0: [formulas.selu0, Infinity],
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
