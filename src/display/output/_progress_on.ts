import type { Line } from "./_line.ts";
import { printable } from "../texts/_printable.ts";
import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";

/** How progress is shown. */
export interface ProgressOptions {
  /** What is being done. */
  readonly title?: string;
  /** What is counted, `"inputs"`. */
  readonly unit?: string;
  /** Ends the work: the next `advance` throws its reason. */
  readonly signal?: AbortSignal;
}

const progressOptions: Known<ProgressOptions> = {
  title: kinds.text,
  unit: kinds.text,
  signal: kinds.signal,
};

/** Work under way. */
export interface Progress {
  /** How much is done. */
  readonly done: number;
  /** How much there is to do. */
  readonly total: number;
  /**
   * Says that more is done. Redraws the line at most ten times a second; awaited, it lets a notebook
   * show it.
   *
   * @param amount how much more, 1 if not given
   * @throws the signal's reason if it was aborted
   */
  advance(amount?: number): Promise<void>;
  /** Ends the line: what stays says how much was done, and no times, so that it is the same again. */
  finish(): Promise<void>;
}

const betweenRedraws = 100; // milliseconds

/** Progress on a given line, by a given clock in milliseconds. */
export function progressOn(
  line: Line,
  now: () => number,
  total: number,
  options: ProgressOptions,
): Progress {
  checkOptions("show progress", options, progressOptions);
  if (!(total > 0 && Number.isFinite(total))) {
    throw new RangeError(
      `Cannot show progress as the total must be a positive number: current value is ${total}`,
    );
  }
  const { signal, unit } = options;
  const title = options.title === undefined ? "" : `${printable(options.title)}: `;
  const counted = () => `${done} of ${total}${unit === undefined ? "" : ` ${unit}`}`;
  const start = now();
  let drawn = -Infinity;
  let done = 0;
  let finished = false;
  const end = async (how: string) => {
    if (finished) return;
    finished = true;
    await line.end(`${title}${counted()}${how}`);
  };
  return {
    get done() {
      return done;
    },
    total,
    async advance(amount = 1) {
      if (signal?.aborted) {
        await end(", cancelled");
        signal.throwIfAborted();
      }
      done += amount;
      const time = now();
      if (finished || time - drawn < betweenRedraws) return;
      drawn = time;
      await line.write(
        `${title}${bar(done / total)} ${counted()}${pace(done, total, time - start)}`,
      );
    },
    finish: () => end(""),
  };
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * 20);
  return `${"█".repeat(full)}${"░".repeat(20 - full)} ${Math.floor(100 * Math.min(1, share))} %`
    .trimStart();
}

function pace(done: number, total: number, milliseconds: number): string {
  if (milliseconds <= 0 || done <= 0) return "";
  const rate = done / milliseconds * 1000;
  return `, ${Number(rate.toPrecision(3))} per s, ${duration((total - done) / rate)} left`;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.ceil(seconds))} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
