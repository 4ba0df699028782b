/** An input, and what should come out. */
export interface TrainingExample {
  /** As many numbers as the network takes. */
  readonly input: ArrayLike<number>;
  /** As many numbers as it gives. */
  readonly target: ArrayLike<number>;
}

/** @throws RangeError if there are no examples */
export function checkExamples(examples: readonly TrainingExample[]): void {
  if (examples.length > 0) return;
  throw new RangeError("Cannot train as at least one example is required: current value is []");
}

/** Rows, one after another. */
export function packed(rows: readonly ArrayLike<number>[]): Float32Array {
  const [{ length }] = rows;
  const all = new Float32Array(rows.length * length);
  rows.forEach((row, i) => all.set(row, i * length));
  return all;
}
