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
