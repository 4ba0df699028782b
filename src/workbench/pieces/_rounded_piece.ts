import { polynomialFamily } from "../../approximation/families/polynomial_family.ts";
import type { Fit } from "../../approximation/fit.ts";
import { formatNamed } from "../../comparison/float_format.ts";
import type { FormatName } from "../../comparison/format.ts";
import { roundParameters } from "../round_parameters.ts";
import type { Piece } from "./_piece_family.ts";
import type { Goal } from "./_stretch.ts";

/** A piece whose coefficients are numbers of a format, chosen together where that matters. */
export function roundedPiece(
  piece: Piece,
  { target, weight }: Goal,
  format: FormatName,
  fixed: readonly string[],
  errorOf: (piece: Piece) => number,
): Piece {
  const { from, to, centre, coefficients } = piece;
  const { round } = formatNamed(format);
  const plain = { ...piece, coefficients: coefficients.map(round) };
  if (errorOf(plain) <= 1.05 * piece.error) return plain;
  const family = polynomialFamily({ degree: coefficients.length - 1 });
  const parameters = Object.fromEntries(coefficients.map((c, j) => [`c${j}`, c]));
  const fit: Fit = {
    target: (v) => target(v + centre),
    family,
    criterion: { minimax: (v) => weight(v + centre) },
    domain: [from - centre, to - centre],
    parameters,
    f: (v) => family.f(v, parameters),
    error: piece.error,
    extrema: [],
    iterations: 0,
    converged: true,
  };
  const rounded = roundParameters(fit, { format, fixed });
  return { ...piece, coefficients: family.parameters.map((name) => rounded.parameters[name]) };
}
