/**
 * Runs of one notebook with other values, as papermill has it: a cell tagged `parameters` declares
 * names with their defaults, and a cell tagged `injected-parameters` after it declares them anew.
 *
 * @module
 */

import { type Declared, declaredParameters } from "./_declared_parameters.ts";
import { splitLines } from "./_lines.ts";
import { cellSpans, layout } from "./_set_in_cells.ts";
import { parseYaml } from "./_yaml.ts";
import { type Notebook, parseNotebook } from "./ipynb.ts";

/** The tag of the cell that declares parameters and their defaults. */
export const PARAMETERS = "parameters";

/** The tag of the cell that gives them other values. */
export const INJECTED_PARAMETERS = "injected-parameters";

/** Values by name: anything that JSON can hold, NaN and infinities too. */
export type NotebookParameters = Readonly<Record<string, unknown>>;

/**
 * A value as a shell gives it, a text: it becomes what YAML takes it for, but stays a text where a text
 * is declared.
 */
export class ParameterText {
  /**
   * Takes the text as it is.
   *
   * @param text The text
   */
  constructor(
    /** The text. */
    readonly text: string,
  ) {}
}

/** Raised for a parameter that is unknown or whose value is of another type than its default. */
export class ParameterError extends RangeError {
  /** The name of the class. */
  override name = "ParameterError";
}

/**
 * A notebook with other values for its parameters.
 *
 * @param notebook The notebook; it is not changed
 * @param parameters Values by name
 * @returns The notebook with a cell after the one tagged `parameters`; one that was injected before
 *     is replaced
 * @throws {ParameterError} If the notebook declares no such parameter, or the value is of another type
 * @example
 * ```ts
 * import { injectParameters, parseNotebook } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const cell = { cell_type: "code", source: "const alpha = 0.1;", metadata: { tags: ["parameters"] } };
 * const notebook = parseNotebook(JSON.stringify({ cells: [cell], nbformat: 4 }));
 * const { cells } = injectParameters(notebook, { alpha: 0.5 });
 * assertEquals(cells[1].source, "// Parameters\nconst alpha = 0.5;");
 * ```
 */
export function injectParameters(notebook: Notebook, parameters: NotebookParameters): Notebook {
  const { cells, path, text } = notebook;
  const declaring = cells.filter(({ type, tags }) => type === "code" && tags.includes(PARAMETERS));
  const declared = new Map(declaring.flatMap(({ source }) => declaredParameters(source)));
  const lines = Object.entries(parameters).map(([name, value]) => {
    const declaration = declared.get(name);
    if (declaration) return assignment(name, value, declaration);
    const known = [...declared.keys()].join(", ");
    throw new ParameterError(
      `Cannot set ${name} in ${path}: ${
        declaring.length === 0
          ? `no cell is tagged "${PARAMETERS}"`
          : `its parameters are ${known || "none"}`
      }`,
    );
  });
  if (lines.length === 0) return notebook;
  const before = cells.find(({ tags }) => tags.includes(INJECTED_PARAMETERS));
  const source = ["// Parameters", ...lines].join("\n");
  const where = before?.index ?? declaring.at(-1)!.index + 1;
  return parseNotebook(withCell(text, where, before !== undefined, source), path);
}

function assignment(name: string, raw: unknown, { kind, type, annotation }: Declared): string {
  const value = !(raw instanceof ParameterText)
    ? raw
    : type === "string"
    ? raw.text
    : type === "bigint"
    ? asBigInt(raw.text)
    : parseYaml(raw.text);
  const given = typeOf(value);
  if (type !== undefined && type !== given) {
    throw new ParameterError(
      `Cannot set ${name}: it must be ${article(type)}: current value is ${literal(value)}`,
    );
  }
  return `${kind} ${name}${annotation} = ${literal(value)};`;
}

function asBigInt(text: string): bigint | string {
  return /^-?\d+n?$/.test(text) ? BigInt(text.replace("n", "")) : text;
}

function article(type: string): string {
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}

/** The type of a value, as declarations are told apart. */
function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

/** The value as TypeScript writes it. */
function literal(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint") {
    return Object.is(value, -0) ? "-0" : `${value}${typeof value === "bigint" ? "n" : ""}`;
  }
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, each]) =>
      `${JSON.stringify(key)}: ${literal(each)}`
    );
    return `{ ${entries.join(", ")} }`;
  }
  return JSON.stringify(value) ?? "undefined";
}

/** The text of a notebook with a code cell at a place, added or in place of the one there. */
function withCell(text: string, index: number, replace: boolean, source: string): string {
  const spans = cellSpans(text);
  const { indent, lineEnd } = layout(text);
  const minor = Number(/"nbformat_minor":\s*(\d+)/.exec(text)?.[1] ?? 0);
  const cell = {
    cell_type: "code",
    execution_count: null,
    ...(minor >= 5 ? { id: INJECTED_PARAMETERS } : {}),
    metadata: { tags: [INJECTED_PARAMETERS] },
    outputs: [],
    source: splitLines(source),
  };
  const margin = indent === "" ? "" : lineEnd + indent.repeat(2);
  const json = JSON.stringify(cell, null, indent).replaceAll("\n", margin || "\n");
  if (replace) return text.slice(0, spans[index].start) + json + text.slice(spans[index].end);
  const { end } = spans[index - 1];
  return `${text.slice(0, end)},${margin}${json}${text.slice(end)}`;
}
