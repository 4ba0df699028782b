import { type Frame, stackFrame } from "./_frames.ts";
import type { Dap } from "./_protocol.ts";

/**
 * The calls in which the program has stopped, by the numbers that the front end knows them by. A
 * front end takes a number that it has seen for a call whose variables it has shown already: so no
 * stop repeats the numbers of another, and an evaluation, which may change variables, renews them.
 */
export class CallStack {
  #frames: readonly Frame[] = [];
  readonly #known = new Map<number, Frame>();
  #first = 1;
  #next = 1;

  /** The program has stopped, or has gone on. */
  begin(frames: readonly Frame[]): void {
    this.#frames = frames;
    this.#known.clear();
    this.renew();
  }

  /** Gives new numbers; the old ones stay good. */
  renew(): void {
    this.#first = this.#next;
    for (const frame of this.#frames) this.#known.set(this.#next++, frame);
  }

  /** As the protocol describes them, the innermost first. */
  get stackFrames(): Dap.StackFrame[] {
    return this.#frames.map((frame, i) => stackFrame(frame, this.#first + i));
  }

  /** The call of a number. @throws {RangeError} If the program has gone on since */
  get(id: number): Frame {
    const frame = this.#known.get(id);
    if (!frame) throw new RangeError(`Cannot look into call ${id}: the program is not there`);
    return frame;
  }

  /** The innermost call, if the program has stopped. */
  get innermost(): Frame | undefined {
    return this.#frames[0];
  }
}
