import { costOf } from "../approximation/cost.ts";
import { exportCode } from "../approximation/code/export_code.ts";
import type { LanguageName } from "../approximation/code/export_code.ts";
import { erfGate } from "../approximation/families/erf_gate.ts";
import { exp2Tail } from "../approximation/families/exp2_tail.ts";
import { quadraticGate } from "../approximation/families/quadratic_gate.ts";
import { clipGate } from "../approximation/families/clip_gate.ts";
import { rationalGate } from "../approximation/families/rational_gate.ts";
import { sigmoidGate } from "../approximation/families/sigmoid_gate.ts";
import { timesX } from "../approximation/families/times_x.ts";
import type { Family } from "../approximation/family.ts";
import { fitFamily } from "../approximation/fit_family.ts";
import type { Cost } from "../calculus/cost.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { formatNamed } from "../comparison/float_format.ts";
import type { FormatName } from "../comparison/format.ts";
import { once } from "../special/_once.ts";
import { checkDomain } from "../calculus/domain.ts";
import { shown } from "../options/shown.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import type { Kind } from "../options/kinds.ts";
import * as kinds from "../options/kinds.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { inArithmetic } from "./in_arithmetic.ts";
import { type Inputs, inputsWith, measured } from "./_inputs.ts";
import type { KernelErrors } from "./kernel_errors.ts";
import { type Made, pieceRecipe, type Recipe, type RecipeProblem, tableRecipe } from "./recipe.ts";
import { roundParameters } from "./round_parameters.ts";

/** What one operation of each kind costs, in whatever unit. */
export interface Prices {
  /** A multiply-add; 1 if not given. */
  readonly multiplyAdd?: number;
  /** An exponential or hyperbolic tangent; 8 if not given. */
  readonly exp?: number;
  /** A division or square root; 6 if not given. */
  readonly division?: number;
  /** A number read from a table; 2 if not given. */
  readonly lookup?: number;
}

/** What is to be designed. */
export interface DesignOptions {
  /** What to approximate. */
  readonly target: RealFunction;
  /** The format of input, output and parameters. */
  readonly format: FormatName;
  /** How the target computes; each operation in the format if not given. */
  readonly arithmetic?: Omit<Arithmetic, "storage">;
  /** What operations cost. */
  readonly cost?: Prices;
  /** Candidates with a larger error, relative to max(1, |x|), are left out; none if not given. */
  readonly error?: number;
  /** What to search; families for gelu, pieces and a table if not given. */
  readonly families?: readonly (Family | Recipe)[];
  /** Where to fit; [−10, 10] if not given. */
  readonly domain?: readonly [number, number];
  /** Called after each family. */
  readonly onProgress?: (progress: { done: number; total: number; title: string }) => void;
  /** To stop before it is done. */
  readonly signal?: AbortSignal;
}

/** A formula with parameters of the format, and what it comes to in the arithmetic. */
export interface Candidate extends KernelErrors {
  /** The family. */
  readonly family: Family;
  /** Its parameters, numbers of the format. */
  readonly parameters: NamedNumbers;
  /** As the target computes it. */
  readonly f: RealFunction;
  /** What one evaluation takes. */
  readonly operations: Cost;
  /** Its price. */
  readonly cost: number;
  /** The largest error with real numbers. */
  readonly exactError: number;
  /** How much smaller that is than with parameters rounded one by one. */
  readonly gain: number;
  /** Its code. */
  code(language: LanguageName, name?: string): string;
}

/** What a search came to. */
export interface Design {
  /** What was asked for. */
  readonly format: FormatName;
  /** The candidates that no other beats in both error and cost, the cheapest first. */
  readonly front: readonly Candidate[];
  /** All that were tried, the cheapest first. */
  readonly candidates: readonly Candidate[];
  /** Families for which no fit was found, and why. */
  readonly failed: readonly { readonly title: string; readonly reason: string }[];
}

const known: Known<DesignOptions> = {
  target: kinds.needed(kinds.callable),
  format: kinds.needed(kinds.text),
  arithmetic: kinds.object,
  cost: kinds.object,
  error: kinds.number,
  families: kinds.list as Kind<readonly (Family | Recipe)[]>,
  domain: kinds.interval,
  onProgress: kinds.callable,
  signal: kinds.signal,
};

/** Forms of gelu, the cheapest first. */
export const geluFamilies = (): Family[] => [
  timesX(clipGate()),
  timesX(quadraticGate()),
  ...[1, 2, 3, 4, 5, 6].map((degree) => exp2Tail({ degree, clamp: 12 })),
  ...[1, 3].map((degree) => timesX(sigmoidGate({ degree }))),
  timesX(rationalGate({ numerator: 2, denominator: 2 })),
  timesX(rationalGate({ numerator: 3, denominator: 3 })),
  timesX(erfGate()),
];

/** Pieces and a table, for any function that approaches lines. */
export const anyRecipes = (): Recipe[] => [
  pieceRecipe({ degree: 1, pieces: 8 }),
  pieceRecipe({ degree: 2, pieces: 4 }),
  pieceRecipe({ degree: 3, pieces: 4 }),
  pieceRecipe({ degree: 3, pieces: 8 }),
  pieceRecipe({ degree: 5, pieces: 8 }),
  tableRecipe({ entries: 64 }),
];

/**
 * Searches families of formulas for a kernel: each is fitted, its parameters are made numbers of the
 * format together, and it is computed as the target computes, at every input of a format of 16 bits or
 * less, and at 300,000 of a wider one. What no other beats in both error and cost is the front. Of a
 * wider format a candidate that a sixteenth of the inputs show to be beaten is measured at those alone,
 * as its number of inputs says.
 *
 * @param options target, format, arithmetic, prices
 * @returns the front, all candidates, and what could not be fitted
 * @throws RangeError if there is no such format, nothing to search, or error or a price is below 0
 * @throws the reason of the signal, if it stops the search
 *
 * @example
 * ```ts
 * import { exp2Tail, gelu } from "@actbook/actbook";
 * import { design } from "@actbook/actbook/workbench";
 * import { assert } from "@std/assert";
 *
 * const families = [1, 2].map((degree) => exp2Tail({ degree }));
 * const { front } = await design({ target: gelu, format: "bfloat16", families });
 * assert(front[0].cost < front[1].cost && front[0].error > front[1].error);
 * assert(front[0].code("c").includes("exp2f"));
 * ```
 */
export async function design(options: DesignOptions): Promise<Design> {
  checkOptions("design", options, known);
  checkDemands(options);
  const { target, format, domain = [-10, 10], signal } = options;
  const families = options.families ?? [...geluFamilies(), ...anyRecipes()];
  const arithmetic: Arithmetic = { format, ...options.arithmetic, storage: format };
  const limit = options.error ?? Infinity;
  const candidates: Candidate[] = [];
  const failed: { title: string; reason: string }[] = [];
  const inputs = once(() => inputsWith(target, format));
  for (const [k, entry] of families.entries()) {
    const { title } = entry;
    options.onProgress?.({ done: k, total: families.length, title });
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    const made = tried(entry, { target, domain, format: arithmetic.format });
    if ("reason" in made) {
      failed.push({ title, reason: made.reason });
      continue;
    }
    const { family, parameters, error: exactError, gain } = made;
    const f = inArithmetic({ family, parameters, target }, arithmetic);
    const operations = costOf(family.expression!);
    const cost = priceOf(operations, options.cost);
    const best = Math.min(...candidates.filter((c) => c.cost <= cost).map(({ error }) => error));
    const errors = measuredUnless(best, f, inputs());
    if (!(errors.error <= limit)) {
      failed.push({ title, reason: `its error is ${errors.error}` });
      continue;
    }
    candidates.push({
      ...errors,
      family,
      parameters,
      f,
      operations,
      cost,
      exactError,
      gain,
      code: (language, name) =>
        exportCode(
          {
            ...{ family, parameters, target, error: exactError, domain },
            ..."make" in entry ? {} : { criterion: "minimax" },
            remarks: remarksOn(errors, arithmetic),
          },
          {
            language,
            ...(name ? { name } : {}),
            ...(language === "c" && arithmetic.format !== "float64" ? { format: "float32" } : {}),
          },
        ),
    });
  }
  options.onProgress?.({ done: families.length, total: families.length, title: "" });
  candidates.sort((a, b) => a.cost - b.cost || a.error - b.error);
  let least = Infinity;
  const front = candidates.filter(({ error }) => {
    const better = error < least;
    least = Math.min(least, error);
    return better;
  });
  return { format, front, candidates, failed };
}

const prices: Known<Prices> = {
  multiplyAdd: kinds.number,
  exp: kinds.number,
  division: kinds.number,
  lookup: kinds.number,
};

function checkDemands({ format, error, cost = {}, families, domain }: DesignOptions): void {
  formatNamed(format);
  checkOptions("design", cost, prices);
  if (domain) checkDomain("design", domain);
  const isEntry = (entry: unknown) =>
    typeof entry === "object" && entry !== null && ("make" in entry || "parameters" in entry);
  for (const entry of families ?? []) {
    if (isEntry(entry)) continue;
    throw new TypeError(
      `Cannot design as families must be families and recipes: current value is ${shown(entry)}`,
    );
  }
  const numbers = { ...error === undefined ? {} : { error }, ...cost };
  for (const [name, value] of Object.entries(numbers)) {
    if (typeof value === "number" && value >= 0) continue;
    throw new RangeError(`Cannot design as ${name} must be >= 0: current value is ${value}`);
  }
  if (families?.length === 0) {
    throw new RangeError("Cannot design as families must hold one at least: it is empty");
  }
}

/** What the code comes to where it is to run, which may not be what its language computes in. */
function remarksOn(errors: KernelErrors, { format, storage, fma }: Arithmetic): string[] {
  const { error, at, ulps, ulpsAt, differing, inputs } = errors;
  const stored = storage && storage !== format ? `, stored in ${storage}` : "";
  return [
    `In ${format} arithmetic${fma ? " with fused products" : ""}${stored}: at most ` +
    `${error.toPrecision(3)}·max(1, |x|) off, at ${short(at)}, and ${ulps} numbers of ` +
    `${storage ?? format}, at ${
      short(ulpsAt)
    }; not the nearest at ${differing} of ${inputs} inputs.`,
  ];
}

const short = (x: number) => String(Number(x.toPrecision(6)));

/** Of a format with more than 16 bits one input out of so many is tried first. */
const COARSE = 16;

/**
 * The errors at all inputs; at some of them only, if those show already that the kernel errs more than
 * one that costs no more.
 */
function measuredUnless(best: number, kernel: RealFunction, inputs: Inputs): KernelErrors {
  if (inputs.format.bits > 16) {
    const coarse = measured(kernel, inputs, COARSE);
    if (coarse.error > best) return coarse;
  }
  return measured(kernel, inputs);
}

/** A family fitted and rounded, what a recipe makes, or why there is nothing. */
function tried(
  entry: Family | Recipe,
  { target, domain, format }: RecipeProblem & { readonly domain: readonly [number, number] },
): (Made & { readonly gain: number }) | { readonly reason: string } {
  try {
    if ("make" in entry) return { ...entry.make({ target, format }), gain: 1 };
    const fit = fitFamily({ target, family: entry, domain });
    if (!fit.converged) return { reason: fit.reason ?? "it did not converge" };
    if (!entry.expression) return { reason: "it has no formula" };
    return roundParameters(fit, { format });
  } catch (error) {
    // What a target or a format does not suit is no reason to give up the others.
    if (error instanceof RangeError || error instanceof TypeError) return { reason: error.message };
    throw error;
  }
}

/** The price of the operations. */
export function priceOf(cost: Cost, prices: Prices = {}): number {
  const { multiplyAdd = 1, exp = 8, division = 6, lookup = 2 } = prices;
  const { multiplyAdds, exps, divisions, lookups = 0 } = cost;
  return multiplyAdd * multiplyAdds + exp * exps + division * divisions + lookup * lookups;
}
