/**
 * Specs of our own after the kinds in the gallery of Vega-Lite, https://vega.github.io/vega-lite/examples/.
 *
 * @module
 */

import type { Spec } from "../../../src/display/drawing/chart.ts";
import { cars, even, months, prices, runs, squares } from "./_data.ts";

const rows = (values: unknown) => ({ data: { values } });
const q = (field: string, rest: object = {}) => ({ field, type: "quantitative", ...rest });
const n = (field: string, rest: object = {}) => ({ field, type: "nominal", ...rest });
const t = (field: string, rest: object = {}) => ({ field, type: "temporal", ...rest });
const dots = { mark: "point", encoding: { x: q("power"), y: q("range") } };

/** A red square of four pixels. */
const pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAADklEQVR4nGP4" +
  "z8DAAAAEAwEAoBYpAgAAAABJRU5ErkJggg==";

/** The specs by what they show. Those with a time axis are of dates. */
export const specs: Readonly<Record<string, Spec>> = {
  "bars": {
    ...rows(cars),
    mark: "bar",
    encoding: { x: n("maker"), y: q("power", { aggregate: "mean" }) },
  },
  "stacked bars": {
    ...rows(cars),
    mark: "bar",
    encoding: {
      x: { field: "year", type: "ordinal" },
      y: { aggregate: "count" },
      color: n("maker"),
    },
  },
  "grouped bars": {
    ...rows(cars),
    mark: "bar",
    encoding: {
      x: n("doors"),
      xOffset: n("maker"),
      y: q("range", { aggregate: "max" }),
      color: n("maker"),
    },
  },
  "normalised bars": {
    ...rows(cars),
    mark: "bar",
    encoding: { y: n("maker"), x: { aggregate: "count", stack: "normalize" }, color: n("doors") },
  },
  "histogram": {
    ...rows(cars),
    mark: "bar",
    encoding: { x: q("power", { bin: true }), y: { aggregate: "count" } },
  },
  "points": { ...rows(cars), ...dots },
  "bubbles": {
    ...rows(cars),
    mark: { type: "circle", opacity: 0.6 },
    encoding: { ...dots.encoding, size: q("doors"), color: n("maker") },
  },
  "strips": { ...rows(cars), mark: "tick", encoding: { x: q("power"), y: n("maker") } },
  "binned heat map": {
    ...rows(cars),
    mark: "rect",
    encoding: {
      x: q("power", { bin: { maxbins: 10 } }),
      y: q("range", { bin: { maxbins: 8 } }),
      color: { aggregate: "count" },
    },
  },
  "lines over dates": {
    ...rows(prices),
    mark: "line",
    encoding: { x: t("date"), y: q("price"), color: n("market") },
  },
  "stepped line": {
    ...rows(prices),
    transform: [{ filter: "datum.market === 'north'" }],
    mark: { type: "line", interpolate: "step-after" },
    encoding: {
      x: t("date", { axis: { format: "%d %b" } }),
      y: q("price", { scale: { zero: false } }),
    },
  },
  "stacked areas": {
    ...rows(prices),
    mark: "area",
    encoding: { x: t("date"), y: q("price"), color: n("market") },
  },
  "means by month": {
    ...rows(months),
    mark: "bar",
    encoding: { x: t("month", { timeUnit: "month" }), y: q("rain", { aggregate: "mean" }) },
  },
  "years against months": {
    ...rows(months),
    mark: "rect",
    encoding: {
      x: { timeUnit: "month", field: "month", type: "ordinal" },
      y: { timeUnit: "year", field: "month", type: "ordinal" },
      color: q("rain"),
    },
  },
  "filter by dates": {
    ...rows(prices),
    transform: [
      { filter: { field: "date", range: [{ year: 2024, month: 2 }, { year: 2024, month: 3 }] } },
      { calculate: "date(datum.date)", as: "day" },
    ],
    mark: "line",
    encoding: { x: q("day"), y: q("price"), color: n("market") },
  },
  "time of a limit": {
    ...rows(prices),
    layer: [
      { mark: "line", encoding: { x: t("date"), y: q("price"), color: n("market") } },
      {
        mark: "rule",
        encoding: { x: { datum: { year: 2024, month: "mar", date: 1 }, type: "temporal" } },
      },
    ],
  },
  "facets": { ...rows(cars), mark: "point", encoding: { ...dots.encoding, column: n("maker") } },
  "wrapped facets": {
    ...rows(cars),
    facet: { field: "year", type: "ordinal" },
    columns: 3,
    spec: { ...dots, width: 120, height: 90 },
  },
  "repeated": {
    ...rows(cars),
    repeat: { row: ["power", "range"], column: ["doors", "power"] },
    spec: {
      mark: "point",
      width: 120,
      height: 90,
      encoding: {
        x: { field: { repeat: "column" }, type: "quantitative" },
        y: { field: { repeat: "row" }, type: "quantitative" },
      },
    },
  },
  "beside each other": {
    ...rows(cars),
    hconcat: [{ ...dots }, { mark: "bar", encoding: { x: n("maker"), y: { aggregate: "count" } } }],
  },
  "below each other": {
    ...rows(cars),
    vconcat: [{ ...dots }, { mark: "tick", encoding: { x: q("power") } }],
  },
  "layers with a mean": {
    ...rows(cars),
    layer: [dots, {
      mark: { type: "rule", color: "firebrick" },
      encoding: { y: q("range", { aggregate: "mean" }) },
    }],
  },
  "two axes": {
    ...rows(months),
    layer: [
      { mark: "bar", encoding: { x: t("month", { timeUnit: "yearmonth" }), y: q("rain") } },
      {
        transform: [{ window: [{ op: "sum", field: "rain", as: "total" }], frame: [null, 0] }],
        mark: "line",
        encoding: { x: t("month", { timeUnit: "yearmonth" }), y: q("total") },
      },
    ],
    resolve: { scale: { y: "independent" } },
  },
  "error bars": {
    ...rows(runs),
    layer: [
      {
        mark: { type: "errorbar", extent: "stdev" },
        encoding: { x: q("size", { scale: { type: "log" } }), y: q("time") },
      },
      { mark: "point", encoding: { x: q("size"), y: q("time", { aggregate: "mean" }) } },
    ],
  },
  "error band": {
    ...rows(runs),
    layer: [
      { mark: { type: "errorband", extent: "ci" }, encoding: { x: q("size"), y: q("time") } },
      { mark: "line", encoding: { x: q("size"), y: q("time", { aggregate: "mean" }) } },
    ],
  },
  "box plots": { ...rows(cars), mark: "boxplot", encoding: { x: n("maker"), y: q("range") } },
  "density": {
    ...rows(cars),
    transform: [{ density: "power", groupby: ["maker"], extent: [0, 250] }],
    mark: { type: "area", opacity: 0.5 },
    encoding: { x: q("value"), y: q("density"), color: n("maker") },
  },
  "regression": {
    ...rows(cars),
    layer: [dots, {
      transform: [{ regression: "range", on: "power" }],
      mark: "line",
      encoding: dots.encoding,
    }],
  },
  "cumulative": {
    ...rows(cars),
    transform: [{
      sort: [{ field: "power" }],
      window: [{ op: "count", as: "below" }],
      frame: [null, 0],
    }],
    mark: { type: "line", interpolate: "step-after" },
    encoding: { x: q("power"), y: q("below") },
  },
  "logarithmic axes": {
    ...rows(Array.from({ length: 30 }, (_, i) => ({ x: 10 ** (i / 5), y: 10 ** (3 * even(i)) }))),
    mark: "point",
    encoding: { x: q("x", { scale: { type: "log" } }), y: q("y", { scale: { type: "log" } }) },
  },
  "brush": {
    ...rows(cars),
    params: [{ name: "brush", select: "interval" }],
    mark: "point",
    encoding: {
      ...dots.encoding,
      color: { condition: { param: "brush", field: "maker", type: "nominal" }, value: "grey" },
    },
  },
  "parameter with a slider": {
    ...rows(cars),
    params: [{ name: "least", value: 100, bind: { input: "range", min: 0, max: 200 } }],
    transform: [{ filter: "datum.power >= least" }],
    ...dots,
  },
  "legend to click": {
    ...rows(cars),
    params: [{ name: "maker", select: { type: "point", fields: ["maker"] }, bind: "legend" }],
    mark: "point",
    encoding: {
      ...dots.encoding,
      color: n("maker"),
      opacity: { condition: { param: "maker", value: 1 }, value: 0.2 },
    },
  },
  "map": {
    width: 200,
    height: 200,
    data: { values: squares, format: { type: "json", property: "features" } },
    projection: { type: "identity", reflectY: true },
    mark: { type: "geoshape", stroke: "white" },
    encoding: { color: q("properties.people") },
  },
  "places on a map": {
    ...rows([{ name: "Quito", lon: -78.5, lat: -0.2 }, { name: "Lagos", lon: 3.4, lat: 6.5 }]),
    projection: { type: "equirectangular" },
    mark: { type: "text" },
    encoding: { longitude: q("lon"), latitude: q("lat"), text: n("name") },
  },
  "images": {
    ...rows([{ x: 1, url: pixel }, { x: 2, url: pixel }]),
    mark: { type: "image", width: 20, height: 20 },
    encoding: { x: q("x"), url: n("url") },
  },
  "arcs": {
    ...rows(cars),
    mark: { type: "arc", innerRadius: 30 },
    encoding: { theta: { aggregate: "count" }, color: n("maker") },
  },
  "pivoted": {
    ...rows(cars),
    transform: [{ pivot: "maker", value: "range", groupby: ["year"], op: "mean" }],
    mark: "line",
    encoding: { x: q("year", { scale: { zero: false } }), y: q("Aba", { scale: { zero: false } }) },
  },
  "looked up": {
    ...rows(cars),
    transform: [{
      lookup: "maker",
      from: {
        data: { values: [{ maker: "Aba", land: "A" }, { maker: "Bor", land: "B" }] },
        key: "maker",
        fields: ["land"],
      },
    }],
    mark: "bar",
    encoding: { x: n("land"), y: { aggregate: "count" } },
  },
  "texts": {
    ...rows(prices.slice(0, 5)),
    mark: "text",
    encoding: { x: t("date"), y: q("price"), text: t("date") },
  },
} as unknown as Record<string, Spec>;
