/** `q1`, `q2`, … from the first to the last index. */
export function names(letter: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, k) => `${letter}${first + k}`);
}

/** Throws unless each degree is an integer of at least 0. */
export function checkDegrees(degrees: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(degrees)) {
    if (Number.isInteger(value) && value >= 0) continue;
    throw new RangeError(
      `Cannot make the family as ${name} must be an integer >= 0: current value is ${value}`,
    );
  }
}

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
