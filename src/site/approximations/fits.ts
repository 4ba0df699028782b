/**
 * Fits of our own to a function: pieces at four prices, and for GELU its families.
 *
 * @module
 */

import type { Activation } from "../../activations/activation.ts";
import { bind } from "../../approximation/code/_bind.ts";
import { geluFamilies } from "../../workbench/forms.ts";
import { fitFamily } from "../../approximation/fit_family.ts";
import type { FormatName } from "../../comparison/format.ts";
import { pieceRecipe } from "../../workbench/recipe.ts";
import type { PieceFit } from "../../workbench/pieces/fit_pieces.ts";
import type { Candidate } from "./candidate.ts";

/** Degree, pieces, and the format whose numbers the coefficients are. */
export const prices: readonly (readonly [degree: number, pieces: number, format: FormatName])[] = [
  [1, 6, "bfloat16"],
  [2, 4, "bfloat16"],
  [3, 4, "float16"],
  [5, 6, "float32"],
];

/** Functions for which the search for the dearest of them takes minutes. */
const slow = ["lisht", "logCosh", "logSigmoid", "tanhShrink"];

/** What is tried for a function. */
export const pricesFor = (id: string): typeof prices =>
  slow.includes(id) ? [...prices.slice(0, 3), [4, 4, "float32"]] : prices;

/** Where functions are approximated that follow no line, or only far out. */
const domains: Readonly<Record<string, readonly [number, number]>> = {
  exponential: [-Infinity, 0],
  snake: [-8, 8],
  softsign: [-8, 8],
  sqrtSoftplus: [-Infinity, 8],
  squareplus: [-8, 8],
  xielu: [-8, 8],
};

/** Where a function is approximated: everywhere, if nothing is said. */
export const domainOf = (id: string): readonly [number, number] =>
  domains[id] ?? [-Infinity, Infinity];

/** Pieces of a degree for a function. */
export function piecesFor(
  f: Activation,
  [degree, pieces, format]: typeof prices[number],
): Candidate {
  const domain = domainOf(f.id);
  const recipe = pieceRecipe({ degree, pieces, domain });
  const { family, parameters } = recipe.make({ target: f, format }) as PieceFit;
  return {
    title: `${family.title}, numbers of ${format}`,
    kind: "fit",
    expression: bind(family.expression!, parameters),
    kinks: family.kinks(parameters),
    domain,
  };
}

/** What fits of families come to. */
export function familiesFor(f: Activation): Candidate[] {
  if (f.id !== "gelu") return [];
  return geluFamilies().flatMap((family) => {
    const { converged, parameters } = fitFamily({ target: f, family, domain: [-10, 10] });
    if (!converged) return [];
    return [{
      title: family.title,
      kind: "fit",
      expression: bind(family.expression!, parameters),
      kinks: family.kinks(parameters).filter(Number.isFinite),
    }];
  });
}
