/** A point of a curve. */
export interface Point {
  /** Where. */
  readonly x: number;
  /** The value there. */
  readonly value: number;
}
