/** What a box shows of a sample. */
export interface FiveNumbers {
  readonly quartiles: readonly [number, number, number];
  /** The ends of the whiskers: the last values within one and a half boxes of the box. */
  readonly whiskers: readonly [number, number];
  /** What is beyond. */
  readonly outliers: readonly number[];
}

/**
 * Quartiles, whiskers and outliers of sorted values, at least one.
 *
 * Source: Tukey, Exploratory Data Analysis, 1977; quantiles of type 7 of Hyndman and Fan, 1996,
 * https://doi.org/10.1080/00031305.1996.10473566
 */
export function fiveNumbers(sorted: readonly number[]): FiveNumbers {
  const quartiles = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share)) as [
    number,
    number,
    number,
  ];
  const reach = 1.5 * (quartiles[2] - quartiles[0]);
  const near = sorted.filter((x) => x >= quartiles[0] - reach && x <= quartiles[2] + reach);
  return {
    quartiles,
    whiskers: [near[0], near[near.length - 1]],
    outliers: sorted.filter((x) => x < near[0] || x > near[near.length - 1]),
  };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * The density of sorted values at even places, by Gaussian kernels.
 *
 * Source: Silverman, Density Estimation for Statistics and Data Analysis, 1986, equation 3.31
 */
export function density(sorted: readonly number[], places: number): [x: number, density: number][] {
  const count = sorted.length;
  const mean = sorted.reduce((sum, x) => sum + x / count, 0);
  const deviation = Math.sqrt(sorted.reduce((sum, x) => sum + (x - mean) ** 2 / count, 0));
  const spread = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
  const scale = Math.min(deviation, spread || Infinity);
  const bandwidth = 0.9 * scale * count ** -0.2 || Math.abs(mean) / 100 || 1;
  const [low, high] = [sorted[0] - 3 * bandwidth, sorted[count - 1] + 3 * bandwidth];
  return Array.from({ length: places + 1 }, (_, i) => {
    const x = low + (high - low) * (i / places);
    const sum = sorted.reduce(
      (sum, value) => sum + Math.exp(-(((x - value) / bandwidth) ** 2) / 2),
      0,
    );
    return [x, sum / (count * bandwidth * Math.sqrt(2 * Math.PI))];
  });
}
