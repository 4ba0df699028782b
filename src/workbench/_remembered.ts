/** The function, asked once for each argument: searches come back to the same ones. */
export function remembered(f: (x: number) => number): (x: number) => number {
  const known = new Map<number, number>();
  return (x) => {
    const found = known.get(x);
    if (found !== undefined) return found;
    const value = f(x);
    // −0 and 0 are one key.
    if (x !== 0) known.set(x, value);
    return value;
  };
}
