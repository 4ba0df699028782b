import { expressions, isPart, type Part } from "./_everywhere.ts";
import { translations } from "../texts/translations.ts";

/** Keys whose texts are read by people, or are compared with those in the data. */
const worded = new Set(
  "title text subtitle description domain sort equal oneOf datum".split(" "),
);

/** A spec in the language in use: its titles, and the texts of its data wherever they stand. */
export function translatedSpec<Spec extends object>(spec: Spec): Spec {
  return translations.current ? walk(spec, "", false) as Spec : spec;
}

function walk(value: unknown, key: string, layered: boolean): unknown {
  if (typeof value === "string") {
    if (expressions.has(key)) return inExpression(value);
    return worded.has(key) ? translations.of(value) : value;
  }
  if (Array.isArray(value)) return value.map((item) => walk(item, key, layered));
  if (!isPart(value)) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === "data" && isPart(inner) && "values" in inner) {
        return [key, { ...inner, values: inData(inner.values) }];
      }
      if (key === "datasets") return [key, inData(inner)];
      if (key === "bind" && isPart(inner) && typeof inner.name === "string") {
        return [key, { ...inner, name: translations.of(inner.name) }];
      }
      return [key, walk(inner, key, (layered || key === "layer") && key !== "tooltip")];
    }),
  );
  // Of several layers an axis has the title that one of them gives, and all of several.
  return layered ? copy : withTitle(copy);
}

/** All texts, under whatever names: those are names of fields. */
function inData(value: unknown): unknown {
  if (typeof value === "string") return translations.of(value);
  if (Array.isArray(value)) return value.map(inData);
  if (!isPart(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inData(inner)]));
}

/** A channel without a title has the name of its field for one. */
function withTitle(part: Part): Part {
  const { field, type } = part;
  const plain = typeof field === "string" && type !== undefined && !("title" in part) &&
    !("aggregate" in part) && !("bin" in part) && !("timeUnit" in part);
  const title = plain ? translations.of(field) : field;
  return title === field ? part : { ...part, title };
}

/** The texts in quotes, other than names of fields. */
function inExpression(expression: string): string {
  return expression.replace(
    /(datum\[)?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g,
    (quoted, field) => {
      if (field) return quoted;
      const text = quoted.slice(1, -1);
      const translation = translations.of(text);
      return translation === text ? quoted : JSON.stringify(translation);
    },
  );
}
