/** A part of a spec, of which little is known. */
export type Part = Record<string, unknown>;

/** Whether something is an object with keys. */
export function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Rows are no part of how a chart is drawn, and may be many. */
const isData = (key: string) => key === "data" || key === "datasets";

/** A spec with every object in it changed, from the inside out; data is left alone. */
export function everywhere(value: unknown, change: (part: Part) => Part): unknown {
  if (Array.isArray(value)) return value.map((item) => everywhere(item, change));
  if (!isPart(value)) return value;
  return change(Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isData(key) ? inner : everywhere(inner, change),
    ]),
  ));
}

/** Whether some object in a spec is so; data is left alone. */
export function somewhere(value: unknown, isSo: (part: Part) => boolean): boolean {
  if (Array.isArray(value)) return value.some((item) => somewhere(item, isSo));
  if (!isPart(value)) return false;
  if (isSo(value)) return true;
  for (const key in value) {
    const inner = value[key];
    if (typeof inner === "object" && !isData(key) && somewhere(inner, isSo)) return true;
  }
  return false;
}

/** Looks at every object in a spec; data is left alone. */
export function eachPart(value: unknown, look: (part: Part) => void): void {
  somewhere(value, (part) => (look(part), false));
}

/** Looks at each source of data that stands in a spec: `data` with `values`, and named `datasets`. */
export function eachSource(spec: unknown, look: (source: Part) => void): void {
  eachPart(spec, ({ data, datasets }) => {
    if (isPart(data) && "values" in data) look(data);
    if (isPart(datasets)) Object.values(datasets).forEach((values) => look({ values }));
  });
}

/**
 * A spec with each source of data that stands in it changed: `data` with `values`, wherever it is,
 * and the named `datasets`.
 */
export function everySource(spec: unknown, change: (source: Part) => Part): unknown {
  if (Array.isArray(spec)) return spec.map((item) => everySource(item, change));
  if (!isPart(spec)) return spec;
  return Object.fromEntries(
    Object.entries(spec).map(([key, inner]) => {
      if (key === "data") return [key, isPart(inner) && "values" in inner ? change(inner) : inner];
      if (key !== "datasets" || !isPart(inner)) return [key, everySource(inner, change)];
      const sets = Object.entries(inner).map(([name, values]) => [name, change({ values }).values]);
      return [key, Object.fromEntries(sets)];
    }),
  );
}

/** Keys whose texts are in Vega's expression language. */
export const expressions: ReadonlySet<string> = new Set([
  "expr",
  "calculate",
  "filter",
  "test",
  "labelExpr",
]);
