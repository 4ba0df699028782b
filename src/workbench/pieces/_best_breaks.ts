import { bestOn, type Goal, type Stretch } from "./_stretch.ts";

/** How near the errors of the pieces come to each other. */
const LEVEL = 1e-3;

/** Where the pieces begin and end if each errs by so much. */
export type EndsFor = (error: number) => readonly [number, number];

/**
 * The so many pieces whose largest error is smallest: longest pieces for an error, one after the other,
 * and the error for which the last of so many ends where it must. A larger error makes each piece
 * longer, so that no other breaks have a smaller one.
 */
export function bestBreaks(goal: Goal, ends: EndsFor, count: number): Stretch[] {
  const known = new Map<number, Stretch[]>();
  const chain = (power: number) => {
    const found = known.get(power) ?? chained(goal, ends, Math.exp(power), count);
    known.set(power, found);
    return found;
  };
  // ln of the last piece's error over that of the others: falls as theirs grows.
  const excess = (power: number) => {
    const pieces = chain(power);
    return Math.log(Math.max(pieces.at(-1)!.error, Number.MIN_VALUE)) - power -
      50 * (count - pieces.length);
  };
  const first = Math.log(firstError(goal, ends)) - (goal.degree + 1) * Math.log(count) + 1;
  let [low, high] = bracket(excess, first);
  let [atLow, atHigh] = [excess(low), excess(high)];
  for (let k = 0; k < 60 && high - low > LEVEL; k++) {
    const secant = (low * atHigh - high * atLow) / (atHigh - atLow);
    const guarded = atLow - atHigh < 20 ? secant : (low + high) / 2;
    const middle = k % 3 === 2 ? (low + high) / 2 : guarded;
    const value = excess(middle);
    if (Math.abs(value) <= LEVEL) return chain(middle);
    if (value > 0) [low, atLow] = [middle, value];
    else [high, atHigh] = [middle, value];
  }
  return chain(high);
}

/** The fewest pieces that err by no more than so much. */
export function fewestPieces(goal: Goal, ends: EndsFor, error: number, most: number): number {
  return chained(goal, ends, error, most).length;
}

const firstError = (goal: Goal, ends: EndsFor) => {
  const [from, to] = ends(1e-2);
  return Math.max(bestOn(goal, from, to).error, 1e-15);
};

/** Two powers of e around a change of sign. */
function bracket(excess: (power: number) => number, start: number): [number, number] {
  let [low, high] = [start, start];
  if (excess(start) > 0) {
    do high += 2; while (excess(high) > 0 && high < 80);
    return [high - 2, high];
  }
  do low -= 2; while (excess(low) <= 0 && low > -80);
  return [low, low + 2];
}

/** The longest pieces that err by no more than so much; the last one, if they are many, errs more. */
function chained(goal: Goal, ends: EndsFor, error: number, most: number): Stretch[] {
  const [first, end] = ends(error);
  const pieces: Stretch[] = [];
  let from = first;
  while (pieces.length < most - 1) {
    const piece = longest(goal, from, end, error, pieces.at(-1));
    pieces.push(piece);
    if (piece.to === end) return pieces;
    from = piece.to;
  }
  pieces.push(bestOn(goal, from, end));
  return pieces;
}

/** The longest piece from a place on that errs by no more than so much. */
function longest(goal: Goal, from: number, end: number, error: number, last?: Stretch): Stretch {
  const power = goal.degree + 1;
  // As the error of a smooth function grows with this power of the length.
  const next = (piece: Stretch) =>
    piece.to + (piece.to - from) * ((error * (1 - LEVEL / 8) / piece.error) ** (1 / power) - 1);
  let [good, bad] = [from, Infinity];
  let best: Stretch | undefined;
  let guess = last ? from + (last.to - last.from) : end;
  for (let k = 0; k < 80; k++) {
    let to = Math.min(guess, end);
    // Where it grows otherwise, between what is known.
    if (!(to > good && to < bad) || k % 3 === 2) {
      to = bad === Infinity ? end : good + (bad - good) / 2;
    }
    const piece = bestOn(goal, from, to);
    if (piece.error > error) bad = to;
    else {
      [good, best] = [to, piece];
      if (to === end) return piece;
    }
    if (best && (error - best.error < LEVEL / 4 * error || bad - good < 1e-9 * (bad - from))) break;
    guess = piece.error > 0 ? next(piece) : end;
  }
  if (best) return best;
  throw new RangeError(
    `Cannot make pieces as the target must be continuous: it jumps near ${from}`,
  );
}
