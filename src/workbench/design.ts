import type { Family } from "../approximation/family.ts";
import { checkDomain } from "../calculus/domain.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import { formatNamed } from "../comparison/float_format.ts";
import type { FormatName } from "../comparison/format.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import type { Kind } from "../options/kinds.ts";
import * as kinds from "../options/kinds.ts";
import { shown } from "../options/shown.ts";
import { once } from "../special/_once.ts";
import { type Candidate, candidateOf } from "./_candidate.ts";
import { anyRecipes, geluFamilies } from "./forms.ts";
import { inputsWith } from "./_inputs.ts";
import type { Arithmetic } from "./arithmetic.ts";
import type { Prices } from "./prices.ts";
import type { Recipe } from "./recipe.ts";

export type { Candidate } from "./_candidate.ts";

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
  const { target, format, domain = [-10, 10], signal, error: limit = Infinity } = options;
  const families = options.families ?? [...geluFamilies(), ...anyRecipes()];
  const arithmetic: Arithmetic = { format, ...options.arithmetic, storage: format };
  const inputs = once(() => inputsWith(target, format));
  const problem = { target, domain, arithmetic, inputs, prices: options.cost };
  const candidates: Candidate[] = [];
  const failed: { title: string; reason: string }[] = [];
  for (const [k, entry] of families.entries()) {
    const { title } = entry;
    options.onProgress?.({ done: k, total: families.length, title });
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    const made = candidateOf(entry, problem, candidates);
    if ("reason" in made) failed.push({ title, reason: made.reason });
    else if (made.error <= limit) candidates.push(made);
    else failed.push({ title, reason: `its error is ${made.error}` });
  }
  options.onProgress?.({ done: families.length, total: families.length, title: "" });
  candidates.sort((a, b) => a.cost - b.cost || a.error - b.error);
  return { format, front: unbeaten(candidates), candidates, failed };
}

/** Those of candidates in order of their cost that err less than all before. */
function unbeaten(candidates: readonly Candidate[]): Candidate[] {
  let least = Infinity;
  return candidates.filter(({ error }) => {
    const better = error < least;
    least = Math.min(least, error);
    return better;
  });
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
