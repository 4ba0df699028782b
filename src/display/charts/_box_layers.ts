import { first, ink } from "../drawing/_axis.ts";
import { name, quantity } from "./_interaction.ts";
import { axisTitle } from "./_labelled.ts";
import type { Reading } from "./_reading.ts";
import type { Labels } from "./labels.ts";

interface Boxes {
  readonly shape: "box" | "violin";
  readonly names: readonly string[];
  /** Of the values. */
  readonly title: string;
  readonly y: Labels["y"];
  readonly reading: Reading;
  readonly width: number;
}

/** Encoding and layers of a box plot, whose rows are told apart by their kind. */
export function boxLayers({ shape, names, title, y, reading, width }: Boxes): object {
  const place = (field: string) => ({
    field,
    type: "quantitative",
    title: y === undefined ? null : axisTitle(y, ""),
    scale: { domain: [Math.max(1, names.length) - 0.5, -0.5], nice: false },
    axis: {
      values: names.map((_, i) => i),
      labelExpr: `${JSON.stringify(names)}[datum.value]`,
      labelLimit: 220,
      grid: false,
      ticks: false,
    },
  });
  const scale = reading.time ? { padding: 8 } : { zero: false, padding: 8 };
  const x = (field: string) => ({ field, title, ...reading.channel(width, scale) });
  const tooltip = [
    name("title", "sample"),
    quantity("count", "values", ","),
    reading.tooltip("median", "median"),
    reading.tooltip("q1", "first quartile"),
    reading.tooltip("q3", "third quartile"),
  ];
  const of = (kind: string) => ({ transform: [{ filter: `datum.kind === '${kind}'` }] });
  const thickness = shape === "violin" ? 6 : 16;
  const violins = {
    ...of("violin"),
    mark: { type: "area", orient: "vertical", opacity: 0.4, style: first, tooltip: null },
    encoding: {
      x: x("value"),
      y: place("under"),
      y2: { field: "over" },
      detail: { field: "title", type: "nominal" },
    },
  };
  const points = {
    ...of("point"),
    mark: { type: "point", filled: true, size: 16, style: first },
    encoding: {
      x: x("value"),
      y: place("place"),
      tooltip: [name("title", "sample"), reading.tooltip("value", title)],
    },
  };
  return {
    layer: [
      ...(shape === "violin" ? [violins] : []),
      {
        ...of("box"),
        mark: { type: "rule", strokeWidth: 1.5, style: first, tooltip: null },
        encoding: { x: x("low"), x2: { field: "high" }, y: place("place") },
      },
      {
        ...of("box"),
        mark: {
          type: "rule",
          strokeWidth: thickness,
          opacity: shape === "violin" ? 1 : 0.5,
          style: first,
        },
        encoding: { x: x("q1"), x2: { field: "q3" }, y: place("place"), tooltip },
      },
      {
        ...of("box"),
        mark: { type: "tick", orient: "vertical", thickness: 2, size: thickness, style: ink },
        encoding: { x: x("median"), y: place("place"), tooltip },
      },
      ...(shape === "violin" ? [] : [points]),
    ],
  };
}
