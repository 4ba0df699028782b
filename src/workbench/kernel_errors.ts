/** How far a kernel is from its target at the inputs of a format. */
export interface KernelErrors {
  /** The largest |kernel − target| / max(1, |x|). */
  readonly error: number;
  /** Where that is. */
  readonly at: number;
  /** The largest distance from the correctly rounded value, in numbers of the format. */
  readonly ulps: number;
  /** Where that is. */
  readonly ulpsAt: number;
  /** At how many inputs it is not the correctly rounded value. */
  readonly differing: number;
  /** How many inputs were tried: every finite one of a format of 16 bits or less. */
  readonly inputs: number;
}
