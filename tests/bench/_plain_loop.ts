/** A loop of its own over an array, as V8 optimizes a loop for the functions that it has met. */
export function plainLoop(
  f: (x: number) => number,
  xs: ArrayLike<number>,
  out: Float32Array | Float64Array,
): () => void {
  const loop = new Function(
    "f",
    "xs",
    "out",
    "for (let i = 0; i < xs.length; i++) out[i] = f(xs[i])",
  );
  return () => loop(f, xs, out);
}
