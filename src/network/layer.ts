/** The numbers of a layer, which training changes. */
export interface Layer {
  /** How many numbers go in. */
  readonly inputs: number;
  /** How many come out. */
  readonly outputs: number;
  /** A row of `inputs` weights for each output. */
  readonly weights: Float64Array;
  /** One for each output. */
  readonly biases: Float64Array;
}
