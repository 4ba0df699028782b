import { approximationOf } from "../../approximation/approximation_of.ts";
import type { Family } from "../../approximation/family.ts";
import type { Criterion } from "../../approximation/fit.ts";
import { checkDomain } from "../../calculus/domain.ts";
import { extrema } from "../../calculus/extrema.ts";
import type { NamedNumbers } from "../../calculus/named_numbers.ts";
import type { RealFunction } from "../../calculus/real_function.ts";
import { formatNamed } from "../../comparison/float_format.ts";
import type { FormatName } from "../../comparison/format.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { bestBreaks, fewestPieces } from "./_best_breaks.ts";
import { betterKnots } from "./_better_knots.ts";
import { type Outer, outerLines } from "./_outer_lines.ts";
import { type Piece, pieceFamily } from "./_piece_family.ts";
import { roundedPiece } from "./_rounded_piece.ts";
import { centred, type Goal, type Stretch } from "./_stretch.ts";
import { halfOf, type Symmetry } from "./_symmetry.ts";

export type { Piece, Symmetry };

/** What the pieces are to be like. */
export interface PieceOptions {
  /** What to approximate. */
  readonly target: RealFunction;
  /** The degree of each polynomial, 0 or more. */
  readonly degree: number;
  /** How many pieces; give this or `error`. */
  readonly pieces?: number;
  /** The largest weighted error there may be: as few pieces as that takes. */
  readonly error?: number;
  /**
   * Where they hold; everywhere if not given. Where it has no end, the line that the target approaches
   * holds from where it errs by no more than the pieces.
   */
  readonly domain?: readonly [number, number];
  /** Pieces of |x| for both sides, where the target lets them. */
  readonly symmetry?: Symmetry;
  /** Whether they must meet at the breaks. False if not given. */
  readonly continuous?: boolean;
  /** Whether they must rise, or fall, as the target does; then they meet too. False if not given. */
  readonly monotonic?: boolean;
  /** Horner's rule if not given. */
  readonly scheme?: "horner" | "estrin";
  /** Errors are multiplied by this positive function, 1 if not given. */
  readonly weight?: (x: number) => number;
  /** Breaks and coefficients are made numbers of this format, if it is given. */
  readonly format?: FormatName;
}

/** A fit of pieces: it can be exported, computed in an arithmetic and proved as any fit. */
export interface PieceFit {
  /** What was approximated. */
  readonly target: RealFunction;
  /** Its formula, with the coefficients as parameters. */
  readonly family: Family;
  /** The coefficients by name: of the piece k and the power j `pkcj`. */
  readonly parameters: NamedNumbers;
  /** What was made small. */
  readonly criterion: Criterion;
  /** Where they hold. */
  readonly domain: readonly [number, number];
  /** The function. */
  readonly f: RealFunction;
  /** The largest weighted error with real numbers. */
  readonly error: number;
  /** No such pieces, wherever they break, have a smaller one, but for a part of 1e-3. */
  readonly lowerBound: number;
  /** The polynomials, in rising x, or |x| if there is a symmetry. */
  readonly pieces: readonly Piece[];
  /** By how much the function jumps at its breaks, at most. */
  readonly largestJump: number;
}

const known: Known<PieceOptions> = {
  target: kinds.needed(kinds.callable),
  degree: kinds.needed(kinds.number),
  pieces: kinds.number,
  error: kinds.number,
  domain: kinds.interval,
  symmetry: kinds.oneOf("even", "odd", "relu"),
  continuous: kinds.flag,
  monotonic: kinds.flag,
  scheme: kinds.oneOf("horner", "estrin"),
  weight: kinds.callable,
  format: kinds.text,
};

/** More are not looked for. */
const MOST = 64;

/**
 * Polynomials in pieces, with the breaks that make the largest error smallest.
 *
 * Each piece is the best polynomial over its stretch (Remez), and all err by the same: a piece that
 * reached further would err more, so that no other breaks do better. Where pieces are to meet or to rise,
 * their coefficients come together out of a linear programme, and the breaks are moved from there while
 * that helps; `lowerBound` says how far from the best that can be.
 *
 * @param options what is approximated, the degree, and a number of pieces or an error
 * @returns the pieces, which `inArithmetic`, `exportCode`, `proveError` and `compare` take as any fit
 * @throws RangeError if neither or both of pieces and error are given, more than 64 pieces would be
 * needed, the target has not the symmetry or is not monotonic, or the domain lacks an end where the
 * target approaches no line
 *
 * @example Sixteen lines, or four cubics
 * ```ts
 * import { gelu } from "@actbook/actbook";
 * import { fitPieces } from "@actbook/actbook/workbench";
 * import { assert } from "@std/assert";
 *
 * const shape = { target: gelu, symmetry: "relu" } as const;
 * const lines = fitPieces({ ...shape, degree: 1, pieces: 16 });
 * const cubics = fitPieces({ ...shape, degree: 3, pieces: 4 });
 * assert(cubics.error < lines.error && lines.error < 5e-4);
 * ```
 */
export function fitPieces(options: PieceOptions): PieceFit {
  checkOptions("make pieces", options, known);
  checkNumbers(options);
  const { target, degree, symmetry, weight = () => 1, format, scheme = "horner" } = options;
  const { monotonic = false, continuous = monotonic } = options;
  const half = halfOf(target, symmetry);
  const domain = domainOf(options);
  const goal: Goal = { target: half.target, weight, kinks: target.kinks ?? [], degree };
  const outer = outerLines(half.target, weight, [symmetry ? 0 : domain[0], domain[1]]);
  const count = options.pieces ?? fewestPieces(goal, outer.ends, options.error!, MOST + 1);
  if (count > MOST) {
    throw new RangeError(
      `Cannot make pieces as error must be one that ${MOST} of them reach: ` +
        `current value is ${options.error}`,
    );
  }
  const best = bestBreaks(goal, outer.ends, count);
  const lowerBound = best.reduce((least, { lowerBound }) => Math.min(least, lowerBound), Infinity);
  const found = continuous
    ? betterKnots(goal, best, { monotonic, ...endValues(best, outer, symmetry) })
    : best;
  const pieces = finished(found, goal, { format, symmetry, continuous });
  const title = `${count} ${count === 1 ? "piece" : "pieces"} of degree ${degree}` +
    `${symmetry ? ` in |x|` : ""}${continuous ? `, ${monotonic ? "monotonic" : "joined"}` : ""}` +
    (scheme === "estrin" ? ", by Estrin's scheme" : "");
  const family = pieceFamily(title, { pieces, left: outer.left, right: outer.right }, half, scheme);
  const parameters = family.start;
  return {
    target,
    family,
    parameters,
    criterion: options.weight ? { minimax: weight } : "minimax",
    domain,
    f: approximationOf(family, parameters),
    error: Math.max(...pieces.map(({ error }) => error), ...beyond(pieces, goal, outer)),
    lowerBound: Number.isFinite(lowerBound) ? lowerBound : 0,
    pieces,
    largestJump: largestJump(pieces, outer),
  };
}

function checkNumbers({ degree, pieces, error }: PieceOptions): void {
  if (!(Number.isInteger(degree) && degree >= 0 && degree <= 12)) {
    throw new RangeError(
      `Cannot make pieces as degree must be a whole number from 0 to 12: current value is ${degree}`,
    );
  }
  if ((pieces === undefined) === (error === undefined)) {
    throw new RangeError(
      `Cannot make pieces as one of pieces and error must be given: ` +
        `current values are ${pieces} and ${error}`,
    );
  }
  if (pieces !== undefined && !(Number.isInteger(pieces) && pieces >= 1 && pieces <= MOST)) {
    throw new RangeError(
      `Cannot make pieces as pieces must be a whole number from 1 to ${MOST}: ` +
        `current value is ${pieces}`,
    );
  }
  if (error !== undefined && !(error > 0)) {
    throw new RangeError(`Cannot make pieces as error must be above 0: current value is ${error}`);
  }
}

function domainOf({ domain = [-Infinity, Infinity], symmetry, degree, ...rest }: PieceOptions) {
  const [from, to] = checkDomain("make pieces", domain);
  if (symmetry && from !== -to) {
    throw new RangeError(
      `Cannot make pieces in |x| as the domain must be even: current value is [${from}, ${to}]`,
    );
  }
  if (degree === 0 && (rest.continuous || rest.monotonic)) {
    throw new RangeError(
      "Cannot make pieces meet as degree must be at least 1: current value is 0",
    );
  }
  return [from, to] as const;
}

/** What the first and last piece must begin and end with. */
function endValues(best: readonly Stretch[], { left, right }: Outer, symmetry?: Symmetry) {
  const at = (line: Outer["left"], x: number) => line && line.slope * x + line.intercept;
  return {
    first: symmetry === "odd" ? 0 : at(left, best[0].from),
    last: at(right, best.at(-1)!.to),
  };
}

/** The pieces with centres and powers, and with numbers of the format if there is one. */
function finished(
  stretches: readonly Stretch[],
  goal: Goal,
  { format, symmetry, continuous }: Pick<PieceOptions, "format" | "symmetry" | "continuous">,
): Piece[] {
  const round = format ? formatNamed(format).round : (x: number) => x;
  return stretches.map((stretch, k): Piece => {
    const centre = round(centreOf(stretch));
    const coefficients = centred(stretch, centre);
    const pinned = k === 0 && symmetry === "odd" && continuous === true;
    if (pinned) coefficients[0] = 0;
    const exact: Piece = {
      from: round(stretch.from),
      to: round(stretch.to),
      centre,
      coefficients,
      error: stretch.error,
    };
    const piece = format
      ? roundedPiece(exact, goal, format, pinned ? ["c0"] : [], (piece) => errorOf(piece, goal))
      : exact;
    return { ...piece, error: errorOf(piece, goal) };
  });
}

/** 0 for the pieces beside 0, else the middle, in few bits, so that the difference is exact. */
function centreOf({ from, to }: Stretch): number {
  const middle = (from + to) / 2;
  if (Math.min(Math.abs(from), Math.abs(to)) < (to - from) / 2) return 0;
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(middle))) - 5);
  return Math.round(middle / unit) * unit;
}

const valueOf = ({ centre, coefficients }: Piece, x: number): number =>
  coefficients.reduceRight((sum, c) => sum * (x - centre) + c, 0);

function errorOf(piece: Piece, { target, weight, kinks }: Goal): number {
  if (!(piece.from < piece.to)) return 0;
  const error = (x: number) => weight(x) * (valueOf(piece, x) - target(x));
  return extrema(error, [piece.from, piece.to], { kinks, steps: 256 })
    .reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
}

/** The errors of the lines where they begin, which is where they are largest. */
function beyond(pieces: readonly Piece[], { target, weight }: Goal, { left, right }: Outer) {
  const off = (line: Outer["left"], x: number) =>
    line ? [weight(x) * Math.abs(line.slope * x + line.intercept - target(x))] : [];
  return [...off(left, pieces[0].from), ...off(right, pieces.at(-1)!.to)];
}

function largestJump(pieces: readonly Piece[], { left, right }: Outer): number {
  const jumps = pieces.slice(1).map((piece, k) =>
    valueOf(piece, piece.from) - valueOf(pieces[k], piece.from)
  );
  const [first, last] = [pieces[0], pieces.at(-1)!];
  if (left) jumps.push(valueOf(first, first.from) - (left.slope * first.from + left.intercept));
  if (right) jumps.push(right.slope * last.to + right.intercept - valueOf(last, last.to));
  return jumps.reduce((most, jump) => Math.max(most, Math.abs(jump)), 0);
}
