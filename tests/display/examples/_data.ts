/** Small tables, made by formulas, for the examples. */

const golden = (Math.sqrt(5) - 1) / 2;

/** Numbers from 0 to 1, spread evenly. */
export const even = (i: number) => ((i + 1) * golden) % 1;

const makers = ["Aba", "Bor", "Cil"];

/** Cars that were never built. */
export const cars = Array.from({ length: 60 }, (_, i) => ({
  maker: makers[i % 3],
  power: Math.round(50 + 150 * even(i)),
  range: Math.round(600 - 350 * even(i) + 80 * even(7 * i + 3)),
  year: 2001 + i % 5,
  doors: 3 + i % 3,
}));

/** A price a day, with a gap, by dates. */
export const prices = ["north", "south"].flatMap((market, k) =>
  Array.from({ length: 90 }, (_, i) => ({
    market,
    date: new Date(Date.UTC(2024, 0, 1 + i)),
    price: i === 40 ? null : Math.round(1000 * (2 + k + Math.sin(i / 9 + k) + 0.3 * even(i))) / 100,
  }))
);

/** Months as texts without a zone. */
export const months = Array.from({ length: 24 }, (_, i) => ({
  month: `${2022 + Math.floor(i / 12)}/${`${i % 12 + 1}`.padStart(2, "0")}/01`,
  rain: Math.round(60 + 40 * Math.cos(i / 12 * 2 * Math.PI) + 20 * even(i)),
}));

/** Three runs of the same, for error bars. */
export const runs = Array.from({ length: 24 }, (_, i) => ({
  size: 2 ** (i % 8 + 3),
  run: Math.floor(i / 8),
  time: 2 ** (i % 8) * (1 + even(i)),
}));

/** Two squares with a corner in common, as GeoJSON. */
export const squares = {
  type: "FeatureCollection",
  features: [[0, 0], [1, 1]].map(([x, y], i) => ({
    type: "Feature",
    properties: { name: `square ${i + 1}`, people: 100 * (i + 1) },
    geometry: {
      type: "Polygon",
      coordinates: [[[x, y], [x, y + 1], [x + 1, y + 1], [x + 1, y], [x, y]]],
    },
  })),
};
