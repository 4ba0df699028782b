import {
  eachPart,
  eachSource,
  everySource,
  everywhere,
  expressions,
  isPart,
  type Part,
} from "./_everywhere.ts";

/**
 * A spec in which no column's name means a path to Vega: `price [EUR]` and `a.b` are names here if
 * the data has such columns. They are renamed to something that looks alike, and titles stay.
 */
export function safeFields<Spec extends object>(spec: Spec): Spec {
  const names = renamed(spec);
  if (names.size === 0) return spec;
  const inParts = everywhere(spec, (part) => partWith(part, names));
  return everySource(inParts, (source) => sourceWith(source, names)) as Spec;
}

/** Paths, no name at all, and what every object has, which Vega takes for an operator of its own. */
function isSpecial(name: string): boolean {
  return name === "" || /[.[\]\\'"]/.test(name) || name in Object.prototype;
}

/** The new name of each column that needs one; without rows, every field is a column. */
function renamed(spec: object): ReadonlyMap<string, string> {
  const all = new Set<string>();
  let [sources, rows] = [0, 0];
  eachSource(spec, (source) => {
    if (!Array.isArray(source.values)) return;
    sources++;
    rows += source.values.length;
    for (const row of source.values) {
      if (isPart(row)) { for (const key in row) all.add(key); }
    }
  });
  if (sources > 0 && rows === 0) {
    eachPart(spec, ({ field }) => {
      if (typeof field === "string") all.add(field);
    });
  }
  const names = new Map<string, string>();
  for (const name of all) {
    if (!isSpecial(name)) continue;
    let safe = lookalike(name);
    while (all.has(safe)) safe += "′";
    all.add(safe);
    names.set(name, safe);
  }
  return names;
}

function lookalike(name: string): string {
  if (name === "" || name in Object.prototype) return `${name}′`;
  return name.replaceAll(".", "․").replaceAll("[", "(").replaceAll("]", ")")
    .replaceAll("\\", "∖").replaceAll("'", "′").replaceAll('"', "″");
}

/** Keys that hold the name of a field, or a list of them. */
const fieldKeys = new Set(
  ("field groupby fields fold pivot key stack regression on loess density flatten impute " +
    "quantile extent").split(" "),
);

function partWith(part: Part, names: ReadonlyMap<string, string>): Part {
  const rename = (value: unknown): unknown => {
    if (typeof value === "string") return names.get(unescaped(value, names)) ?? value;
    return Array.isArray(value) ? value.map(rename) : value;
  };
  const entries = Object.entries(part).map(([key, value]) => {
    if (expressions.has(key) && typeof value === "string") return [key, inExpression(value, names)];
    const isName = fieldKeys.has(key) || (key === "value" && "pivot" in part);
    return [key, isName ? rename(value) : value];
  });
  const { field } = part;
  const plain = typeof field === "string" && names.has(unescaped(field, names)) &&
    !("title" in part) && !("aggregate" in part) && !("bin" in part) && !("timeUnit" in part);
  const title = plain && "type" in part ? { title: unescaped(field, names) } : {};
  return { ...Object.fromEntries(entries), ...title };
}

/** A name that was escaped for Vega already, as it is in the data. */
function unescaped(name: string, names: ReadonlyMap<string, string>): string {
  if (names.has(name)) return name;
  const plain = name.replace(/\\(?=[.[\]'"\\])/g, "");
  return names.has(plain) ? plain : name;
}

function inExpression(expression: string, names: ReadonlyMap<string, string>): string {
  let text = expression;
  for (const [name, safe] of names) {
    for (const quoted of [JSON.stringify(name), `'${name}'`]) {
      text = text.replaceAll(`[${quoted}]`, `[${JSON.stringify(safe)}]`);
    }
  }
  return text;
}

function sourceWith(source: Part, names: ReadonlyMap<string, string>): Part {
  const { values, format } = source;
  if (!Array.isArray(values)) return source;
  const renamedKeys = (row: unknown) =>
    isPart(row)
      ? Object.fromEntries(
        Object.entries(row).map(([key, value]) => [names.get(key) ?? key, value]),
      )
      : row;
  const parse = isPart(format) && isPart(format.parse)
    ? { format: { ...format, parse: renamedKeys(format.parse) } }
    : {};
  return { ...source, values: values.map(renamedKeys), ...parse };
}
