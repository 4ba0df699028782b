import type { Line } from "../../activations/activation.ts";
import { type Expression, expression as ex } from "../../approximation/expression.ts";
import { type Family, family } from "../../approximation/family.ts";
import type { Half } from "./_symmetry.ts";

/** A polynomial in x − centre over a stretch. */
export interface Piece {
  /** Where it begins. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
  /** What is taken from x first. */
  readonly centre: number;
  /** Of the powers of x − centre, the constant first. */
  readonly coefficients: readonly number[];
  /** Its largest weighted error. */
  readonly error: number;
}

/** Pieces, and the lines beyond them. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly left?: Line;
  readonly right?: Line;
}

/** Pieces as a family whose parameters are their coefficients. */
export function pieceFamily(
  title: string,
  { pieces, left, right }: Pieces,
  half: Half,
  scheme: "horner" | "estrin",
): Family {
  const u = half.variable;
  const polynomial = scheme === "estrin" ? ex.estrin : ex.polynomial;
  const start: Record<string, number> = {};
  const inner = pieces.map(({ centre, coefficients }, k) => {
    const names = coefficients.map((value, j) => {
      start[`p${k}c${j}`] = value;
      return `p${k}c${j}`;
    });
    return polynomial(centre === 0 ? u : ex.subtract(u, centre), names);
  });
  const line = ({ slope, intercept }: Line): Expression => ex.add(ex.multiply(slope, u), intercept);
  const all = [...left ? [line(left)] : [], ...inner, ...right ? [line(right)] : []];
  const breaks = [
    ...left ? [pieces[0].from] : [],
    ...pieces.slice(1).map(({ from }) => from),
    ...right ? [pieces.at(-1)!.to] : [],
  ];
  const expression = half.whole(breaks.length === 0 ? all[0] : ex.piecewise(u, breaks, all));
  const kinks = u.kind === "name" ? breaks : [...breaks.map((x) => -x).reverse(), 0, ...breaks];
  return family({ title, start, expression, kinks: () => kinks });
}
