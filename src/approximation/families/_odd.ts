/** 1, 3, 5, … up to the degree. */
export function oddPowers(degree: number): number[] {
  return Array.from({ length: (degree + 1) / 2 }, (_, i) => 2 * i + 1);
}

/** Throws unless the degree is an odd positive integer. */
export function checkOddDegree(degree: number): void {
  if (Number.isInteger(degree) && degree > 0 && degree % 2 === 1) return;
  throw new RangeError(
    `Cannot make the family as degree must be odd and positive: current value is ${degree}`,
  );
}
