import { isPart, type Part, somewhere } from "./_everywhere.ts";

/** The parts of a chart that only answer to a pointer are layers with names that start so. */
export const pointerLayer = "pointer";

/** Marks that Vega-Lite makes of several others, with tooltips that summarise data. */
const composite = new Set(["boxplot", "errorbar", "errorband"]);

/**
 * The spec without what does nothing in a still picture and costs a good part of the time of drawing:
 * layers and parameters for a pointer, tooltips, words for each single mark.
 */
export function stillSpec<Spec extends object>(spec: Spec): Spec {
  // Fields of tooltips take part in grouping where something is aggregated.
  const grouped = somewhere(spec, ({ aggregate, mark }) => {
    const type = isPart(mark) ? mark.type : mark;
    return aggregate !== undefined || composite.has(type as string);
  });
  const { config, ...rest } = still(spec, !grouped) as Part;
  const { mark } = (config ?? {}) as { mark?: Part };
  const silent = { ...config as Part, aria: false, mark: { ...mark, tooltip: null } };
  return { ...rest, config: silent } as unknown as Spec;
}

function still(value: unknown, withoutTooltips: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => still(item, withoutTooltips));
  if (!isPart(value)) return value;
  const copy: Part = {};
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (key === "data" || key === "datasets") copy[key] = inner;
    else if (key === "layer" && Array.isArray(inner)) {
      copy[key] = inner.filter((part) => !isPointerLayer(part))
        .map((part) => still(part, withoutTooltips));
    } else if (key === "params" && Array.isArray(inner)) {
      copy[key] = inner.filter((param) => !("bind" in param && param.bind === "scales"));
    } else if (key === "tooltip" && withoutTooltips) {
      continue;
    } else copy[key] = still(inner, withoutTooltips);
  }
  return copy;
}

function isPointerLayer(part: unknown): boolean {
  return isPart(part) && `${part.name}`.startsWith(pointerLayer);
}
