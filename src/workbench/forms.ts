import { clipGate } from "../approximation/families/clip_gate.ts";
import { erfGate } from "../approximation/families/erf_gate.ts";
import { exp2Tail } from "../approximation/families/exp2_tail.ts";
import { quadraticGate } from "../approximation/families/quadratic_gate.ts";
import { rationalGate } from "../approximation/families/rational_gate.ts";
import { sigmoidGate } from "../approximation/families/sigmoid_gate.ts";
import { timesX } from "../approximation/families/times_x.ts";
import type { Family } from "../approximation/family.ts";
import { pieceRecipe, type Recipe, tableRecipe } from "./recipe.ts";

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
