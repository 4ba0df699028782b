import { joinedPieces, type Joint } from "./_joined_pieces.ts";
import type { Goal, Stretch } from "./_stretch.ts";

/** Below this part of the shorter neighbour a break is moved no further. */
const FINEST = 0.02;
/** With more breaks than this they stay where separate pieces have them. */
const MOST = 16;

const errorOf = (pieces: readonly Stretch[]) =>
  pieces.reduce((most, { error }) => Math.max(most, error), 0);

/** Pieces that meet, with breaks moved one by one from those of separate pieces while that helps. */
export function betterKnots(goal: Goal, separate: readonly Stretch[], joint: Joint): Stretch[] {
  let knots = [separate[0].from, ...separate.map(({ to }) => to)];
  let best = joinedPieces(goal, knots, joint);
  if (knots.length - 2 > MOST) return best;
  for (let part = 0.16; part >= FINEST;) {
    let improved = false;
    for (let k = 1; k < knots.length - 1; k++) {
      const room = part * Math.min(knots[k] - knots[k - 1], knots[k + 1] - knots[k]);
      for (const shift of [room, -room]) {
        const moved = knots.map((x, i) => i === k ? x + shift : x);
        const found = joinedPieces(goal, moved, joint);
        if (errorOf(found) >= errorOf(best) * (1 - 1e-3)) continue;
        [knots, best, improved] = [moved, found, true];
        break;
      }
    }
    if (!improved) part /= 2;
  }
  return best;
}
