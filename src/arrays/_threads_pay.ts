/**
 * What it takes to have other threads work, of which `tests/bench/arrays_threads.ts` makes a table:
 * milliseconds to ask, milliseconds to start threads, nanoseconds to hand over a number and its result.
 */
export const COST = { ask: 0.75, start: 20, copy: 1.6 } as const;

/**
 * Milliseconds that a call ends sooner if other threads, which run, take their shares.
 *
 * @param ns nanoseconds that a number takes here
 * @param count how many numbers there are
 * @param threads how many share them, this one among them
 * @param isShared whether all threads see the arrays, so that none is copied
 */
export function savedBy(ns: number, count: number, threads: number, isShared: boolean): number {
  const handed = count * (1 - 1 / threads);
  return handed * (ns - (isShared ? 0 : COST.copy)) / 1e6 - COST.ask;
}

/**
 * Says whether to start threads that do not run: once the calls before could have been done so much
 * sooner with them that it would have paid for the start. So a single call is never much longer, and
 * many of them are not without threads for long.
 */
export class Patience {
  private missed = 0;

  /** @param saved milliseconds that this call would end sooner if they ran */
  isOver(saved: number): boolean {
    this.missed += Math.max(0, saved);
    if (this.missed < COST.start) return false;
    this.missed = 0;
    return true;
  }
}
