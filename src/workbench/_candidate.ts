import { exportCode, type LanguageName } from "../approximation/code/export_code.ts";
import { costOf } from "../approximation/cost.ts";
import type { Family } from "../approximation/family.ts";
import { fitFamily } from "../approximation/fit_family.ts";
import type { Cost } from "../calculus/cost.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { type Inputs, measured } from "./_inputs.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { inArithmetic } from "./in_arithmetic.ts";
import type { KernelErrors } from "./kernel_errors.ts";
import { priceOf, type Prices } from "./prices.ts";
import type { Made, Recipe } from "./recipe.ts";
import { roundParameters } from "./round_parameters.ts";

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

/** What candidates of a search have in common. */
export interface Problem {
  readonly target: RealFunction;
  readonly domain: readonly [number, number];
  readonly arithmetic: Arithmetic;
  readonly inputs: () => Inputs;
  readonly prices?: Prices;
}

/** Why there is nothing. */
interface Failure {
  readonly reason: string;
}

/**
 * Fits a family, or follows a recipe, and measures what comes of it.
 *
 * @param others those that were found before: what one of them beats is measured at some inputs only
 */
export function candidateOf(
  entry: Family | Recipe,
  problem: Problem,
  others: readonly Candidate[],
): Candidate | Failure {
  const { target, domain, arithmetic, inputs, prices } = problem;
  const made = tried(entry, problem);
  if ("reason" in made) return made;
  const { family, parameters, error: exactError, gain } = made;
  const f = inArithmetic({ family, parameters, target }, arithmetic);
  const operations = costOf(family.expression!);
  const cost = priceOf(operations, prices);
  const best = Math.min(...others.filter((other) => other.cost <= cost).map(({ error }) => error));
  const errors = measuredUnless(best, f, inputs());
  const code = (language: LanguageName, name?: string) =>
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
    );
  return { ...errors, family, parameters, f, operations, cost, exactError, gain, code };
}

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
  { target, domain, arithmetic: { format } }: Problem,
): (Made & { readonly gain: number }) | Failure {
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
