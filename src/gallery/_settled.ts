/** The notebook that settles a statement of the article; the first one if none is named. */
const settled: Readonly<Record<string, string>> = {
  mask: "02-from-a-coin",
  "kept-or-zeroed": "02-from-a-coin",
  "input-normal": "02-from-a-coin",
  "bernoulli-cdf": "02-from-a-coin",
  "phi-symbol": "02-from-a-coin",
  "phi-gaussian": "02-from-a-coin",
  "density-root": "02-from-a-coin",
  "reused-symbol": "02-from-a-coin",
  arrow: "03-where-tanh-comes-from",
  "gelu-tanh": "05-how-wrong",
  "gelu-sigmoid": "04-where-1702-comes-from",
  "relu-vanishing": "07-the-family",
  "relu-exploding": "07-the-family",
  "left-asymptote": "07-the-family",
  "right-asymptote": "07-the-family",
};

/** The name of that notebook, without its ending. */
export function settledIn(id: string): string {
  return settled[id] ?? "01-the-article";
}

/** The statements that have a notebook of their own. */
export const settledElsewhere: readonly string[] = Object.keys(settled);
