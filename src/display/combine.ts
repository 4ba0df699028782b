import { type Chart, chart, type ChartOptions, type Spec } from "./chart.ts";

/** What charts are put together with. */
export interface CombineOptions extends ChartOptions {
  /** Above all of them. */
  readonly title?: string;
}

/**
 * Charts beside each other, as one.
 *
 * @param charts from left to right
 * @param options a title above all, and what a chart takes
 * @returns the chart
 *
 * @example
 * ```ts
 * import { beside, curves } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const [sin, cos] = [Math.sin, Math.cos].map((f) => curves([{ title: f.name, f }]));
 * const both = beside([sin, cos]);
 * assertEquals(both.alt, `${sin.alt}. ${cos.alt}`);
 * ```
 */
export function beside(charts: readonly Chart[], options: CombineOptions = {}): Chart {
  return combined("hconcat", charts, options);
}

/**
 * Charts one below the other, as one.
 *
 * @param charts from top to bottom
 * @param options a title above all, and what a chart takes
 * @returns the chart
 *
 * @example
 * ```ts
 * import { below, curves } from "@actbook/actbook";
 * import { assert } from "@std/assert";
 *
 * const both = below([Math.sin, Math.cos].map((f) => curves([{ title: f.name, f }])));
 * assert("vconcat" in both.spec);
 * ```
 */
export function below(charts: readonly Chart[], options: CombineOptions = {}): Chart {
  return combined("vconcat", charts, options);
}

/**
 * Charts on top of each other, in the same axes; the size is that of the first.
 *
 * @param charts from the bottom to the top; without small multiples or panels of their own
 * @param options a title above all, and what a chart takes
 * @returns the chart
 * @throws TypeError if a chart has panels of its own
 *
 * @example
 * ```ts
 * import { curves, layered } from "@actbook/actbook";
 * import { assert } from "@std/assert";
 *
 * const both = layered([Math.sin, Math.cos].map((f) => curves([{ title: f.name, f }])));
 * assert("layer" in both.spec);
 * ```
 */
export function layered(charts: readonly Chart[], options: CombineOptions = {}): Chart {
  for (const { spec, alt } of charts) {
    if ("mark" in spec || "layer" in spec) continue;
    throw new TypeError(`Cannot layer a chart as it must not have panels of its own: ${alt}`);
  }
  const [first] = charts.map(({ spec }) => spec as { width?: unknown; height?: unknown });
  const spec = combined("layer", charts, options).spec;
  const parts = (spec as unknown as { layer: Record<string, unknown>[] }).layer.map((part, i) => {
    const { title: _title, width: _width, height: _height, ...rest } = part;
    return i === 0 ? rest : withoutZoom(rest);
  });
  const size = { width: first?.width ?? 420, height: first?.height ?? 260 };
  return chart({ ...spec, ...size, layer: parts } as unknown as Spec, {
    ...options,
    alt: options.alt ?? spec.description,
  });
}

function combined(
  how: "hconcat" | "vconcat" | "layer",
  charts: readonly Chart[],
  { title, ...options }: CombineOptions,
): Chart {
  const parts = charts.map(({ spec }, i) => {
    const { $schema: _schema, description: _description, ...part } = spec;
    return numbered(part, i);
  });
  const alt = charts.map((part) => part.alt).join(". ");
  const spec = {
    ...(title === undefined ? {} : { title }),
    [how]: parts,
    // Colours mean different things in different charts.
    ...(how === "layer" ? {} : { resolve: { scale: { color: "independent" } } }),
  } as unknown as Spec;
  return chart(spec, { ...options, alt: options.alt ?? (title ? `${title}: ${alt}` : alt) });
}

/**
 * A part of a combined chart: its parameters and layers get a number behind their names, as each
 * name can be there only once.
 */
function numbered(part: object, index: number): unknown {
  const names = namesIn(part);
  const rename = (name: string) => names.has(name) ? `${name}_${index + 1}` : name;
  const anyName = new RegExp(`(?<![\\w.'"])(${[...names].join("|")})(?![\\w'"])`, "g");
  const walk = (value: unknown, key: string): unknown => {
    if (key === "data" || key === "datasets") return value;
    if (typeof value === "string") {
      if (key === "param" || key === "name") return rename(value);
      const isExpression = ["expr", "calculate", "filter", "test", "labelExpr"].includes(key);
      return isExpression && names.size > 0 ? value.replace(anyName, rename) : value;
    }
    if (Array.isArray(value)) return value.map((item) => walk(item, ""));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      // What a slider is called is no name, though it has that key.
      Object.entries(value).map(([k, v]) => [k, k === "bind" ? v : walk(v, k)]),
    );
  };
  return walk(part, "");
}

/** The names of parameters and layers. */
function namesIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "data" || key === "datasets" || key === "bind") continue;
    if (key === "name" && typeof inner === "string") found.add(inner);
    namesIn(inner, found);
  }
  return found;
}

/** Layers share their scales, which one parameter is enough to move. */
function withoutZoom(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutZoom);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === "params" && Array.isArray(value)
        ? value.filter((param) => param.bind !== "scales")
        : key === "data"
        ? value
        : withoutZoom(value),
    ]),
  );
}
