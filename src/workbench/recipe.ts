import type { Family } from "../approximation/family.ts";
import type { NamedNumbers } from "../calculus/named_numbers.ts";
import type { RealFunction } from "../calculus/real_function.ts";
import type { FormatName } from "../comparison/format.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { fitPieces, type PieceOptions, type Symmetry } from "./pieces/fit_pieces.ts";
import { lookupTable, type TableOptions } from "./pieces/lookup_table.ts";

/** What a recipe is asked for. */
export interface RecipeProblem {
  /** What to approximate. */
  readonly target: RealFunction;
  /** The format of the numbers in it. */
  readonly format: FormatName;
}

/** What a recipe makes: a formula with numbers of the format. */
export interface Made {
  /** The formula. */
  readonly family: Family;
  /** Its numbers. */
  readonly parameters: NamedNumbers;
  /** The largest error with real numbers. */
  readonly error: number;
}

/** A way to a formula that is no fit of a family: pieces, a table, or one of one's own. */
export interface Recipe {
  /** What to call it. */
  readonly title: string;
  /** Makes it. */
  readonly make: (problem: RecipeProblem) => Made;
}

/** How the pieces are to be; the symmetry is found if it is not given. */
export type PieceRecipe = Omit<PieceOptions, "target" | "format">;

/** How the table is to be; the symmetry is found if it is not given. */
export type TableRecipe = Omit<TableOptions, "target" | "format">;

const symmetry = kinds.oneOf("even", "odd", "relu");
const knownPieces: Known<PieceRecipe> = {
  degree: kinds.needed(kinds.number),
  pieces: kinds.number,
  error: kinds.number,
  domain: kinds.interval,
  symmetry,
  continuous: kinds.flag,
  monotonic: kinds.flag,
  scheme: kinds.oneOf("horner", "estrin"),
  weight: kinds.callable,
};
const knownTable: Known<TableRecipe> = {
  entries: kinds.needed(kinds.number),
  interpolation: kinds.oneOf("linear", "nearest"),
  domain: kinds.interval,
  symmetry,
  monotonic: kinds.flag,
};

/**
 * Pieces as something that `design` can try.
 *
 * @param options the degree, and a number of pieces or an error
 * @returns the recipe
 *
 * @example
 * ```ts
 * import { tanh } from "@actbook/actbook";
 * import { design, pieceRecipe } from "@actbook/actbook/workbench";
 * import { assert } from "@std/assert";
 *
 * const families = [
 *   pieceRecipe({ degree: 1, pieces: 4 }),
 *   pieceRecipe({ degree: 2, pieces: 3 }),
 * ];
 * const { front } = await design({ target: tanh, format: "bfloat16", families });
 * assert(front.length > 0 && front[0].family.title.includes("in |x|"));
 * ```
 */
export function pieceRecipe(options: PieceRecipe): Recipe {
  checkOptions("make pieces", options, knownPieces);
  const { degree } = options;
  const count = options.pieces ? `${options.pieces} pieces` : "pieces";
  return {
    title: `${count} of degree ${degree}`,
    make: ({ target, format }) =>
      fitPieces({ ...options, target, format, ...symmetryFor(options.symmetry, target) }),
  };
}

/**
 * A table as something that `design` can try.
 *
 * @param options how many entries
 * @returns the recipe
 *
 * @example
 * ```ts
 * import { gelu } from "@actbook/actbook";
 * import { tableRecipe } from "@actbook/actbook/workbench";
 * import { assert } from "@std/assert";
 *
 * const { error, family } = tableRecipe({ entries: 64 }).make({ target: gelu, format: "float16" });
 * assert(error < 1e-3 && family.cost!.lookups === 2);
 * ```
 */
export function tableRecipe(options: TableRecipe): Recipe {
  checkOptions("make a table", options, knownTable);
  return {
    title: `table of ${options.entries}`,
    make: ({ target, format }) =>
      lookupTable({ ...options, target, format, ...symmetryFor(options.symmetry, target) }),
  };
}

/** The symmetry that is asked for, or one that the target has. */
function symmetryFor(asked: Symmetry | undefined, target: RealFunction): { symmetry?: Symmetry } {
  if (asked) return { symmetry: asked };
  const off: Readonly<Record<Symmetry, (t: number) => number>> = {
    relu: (t) => target(t) - t - target(-t),
    odd: (t) => target(t) + target(-t),
    even: (t) => target(t) - target(-t),
  };
  const near = (t: number, value: number) => Math.abs(value) <= 1e-13 * Math.max(1, t);
  const found = (Object.keys(off) as Symmetry[])
    .find((name) => [0.125, 0.7, 1.9, 5.3, 15.1].every((t) => near(t, off[name](t))));
  return found ? { symmetry: found } : {};
}
