import type { DerivationStep } from "./_derivation_step.ts";

/** Where and how exactly steps are checked. */
export interface Sampling {
  readonly domain: readonly [number, number];
  readonly count: number;
  readonly tolerance: number;
}

/**
 * Compares each step that has a function with the last one before it that has one.
 *
 * @returns how many comparisons were made
 */
export function checkSteps(steps: readonly DerivationStep[], sampling: Sampling): number {
  const xs = samples(sampling);
  let before: ((x: number) => number) | undefined;
  let checked = 0;
  // Since the last step with a function.
  let between: DerivationStep[] = [];
  steps.forEach((step, i) => {
    between.push(step);
    if (!step.f) return;
    // Behind a bound without a function the last step with one is no measure of this one.
    const straight = between.slice(0, -1).every(({ relation = "=" }) => relation === "=");
    if (before && straight) {
      checkStep(before, step, i, xs, sampling.tolerance);
      checked++;
    }
    before = step.f;
    between = [];
  });
  return checked;
}

/** Evenly spread and never at a round number, where formulas have their exceptions. */
function samples({ domain: [low, high], count }: Sampling): number[] {
  const golden = (Math.sqrt(5) - 1) / 2;
  return Array.from(
    { length: count },
    (_, i) => low + (high - low) * ((0.5 + (i + 1) * golden) % 1),
  );
}

function checkStep(
  before: (x: number) => number,
  step: DerivationStep,
  index: number,
  xs: readonly number[],
  tolerance: number,
): void {
  const { relation = "=", within, because } = step;
  if (relation === "≈" && within === undefined) {
    throw new TypeError(`Cannot check step ${index + 1} as a step with ≈ must say within what`);
  }
  let compared = 0;
  for (const x of xs) {
    const [a, b] = [before(x), step.f!(x)];
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue;
    compared++;
    const slack = tolerance * Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE);
    if (holds(a, b, relation, slack, within)) continue;
    throw new Error(
      `Cannot derive as step ${index + 1}${because === undefined ? "" : ` (${because})`} ` +
        `does not hold at x = ${x}: ${a} ${relation} ${b}`,
    );
  }
  if (2 * compared < xs.length) {
    throw new Error(
      `Cannot check step ${index + 1} as it must be finite at half of the points at least: ` +
        `it is at ${compared} of ${xs.length}`,
    );
  }
}

function holds(
  a: number,
  b: number,
  relation: NonNullable<DerivationStep["relation"]>,
  slack: number,
  within = 0,
): boolean {
  switch (relation) {
    case "=":
      return Math.abs(a - b) <= slack;
    case "≈":
      return Math.abs(a - b) <= within + slack;
    case "≤":
      return a <= b + slack;
    case "≥":
      return a >= b - slack;
    case "<":
      return a < b;
    case ">":
      return a > b;
  }
}
