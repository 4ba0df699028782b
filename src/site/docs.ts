/**
 * The docstrings of the source, as `deno doc` reads them.
 *
 * @module
 */

import { isFormula, texOfText } from "./formula/tex_of_text.ts";

/** A piece of a docstring: `@param`, `@returns`, `@example` and the like. */
export interface DocTag {
  readonly kind: string;
  readonly name?: string;
  readonly doc?: string;
}

/** What a file exports, with its docstring. */
export interface DocSymbol {
  readonly name: string;
  readonly kind: string;
  readonly doc: string;
  readonly tags: readonly DocTag[];
  /** The declaration as `deno doc` knows it. */
  readonly def: Readonly<Record<string, unknown>>;
  /** Where it is declared: the path in the repository and the line. */
  readonly file: string;
  readonly line: number;
}

interface Declaration {
  readonly kind: string;
  readonly location: { readonly filename: string; readonly line: number };
  readonly jsDoc?: { readonly doc?: string; readonly tags?: readonly DocTag[] };
  readonly def?: Readonly<Record<string, unknown>>;
}

interface Doc {
  readonly nodes: Readonly<
    Record<string, {
      readonly module_doc?: { readonly doc?: string };
      readonly symbols: readonly {
        readonly name: string;
        readonly declarations: readonly Declaration[];
      }[];
    }>
  >;
}

/** The docstrings behind entry points, by entry point. */
export interface ReadDocs {
  readonly module: string;
  readonly symbols: readonly DocSymbol[];
}

/**
 * Reads the docstrings behind entry points.
 *
 * @param root the folder of the repository
 * @param files the entry points, relative to it
 * @returns what each exports, in the order of names
 * @throws Error if `deno doc` fails
 */
export async function readDocs(
  root: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, ReadDocs>> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", ...files],
    cwd: root,
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(`Cannot read the docstrings: ${decoder.decode(stderr)}`);
  const { nodes }: Doc = JSON.parse(decoder.decode(stdout));
  const whereOf = ({ filename, line }: Declaration["location"]) => `${filename}:${line}`;
  // What an entry point has from another one is only named there: it is looked up where it is declared.
  const declared = new Map(
    Object.values(nodes).flatMap(({ symbols }) => symbols).flatMap(({ declarations }) =>
      declarations.filter(({ kind }) => kind !== "reference")
        .map((each) => [whereOf(each.location), each] as const)
    ),
  );
  const base = new URL(`file://${root.replace(/\/$/, "")}/`).href;
  return new Map(files.map((file) => {
    const { module_doc, symbols } = nodes[new URL(file, base).href];
    const read = symbols.map(({ name, declarations }) => {
      const { target } = (declarations[0].def ?? {}) as { target?: Declaration["location"] };
      const first = target && declared.get(whereOf(target)) || declarations[0];
      const { kind, location, jsDoc, def = {} } = first;
      return {
        name,
        kind,
        doc: jsDoc?.doc ?? "",
        tags: jsDoc?.tags ?? [],
        def,
        file: location.filename.slice(base.length),
        line: location.line + 1,
      };
    });
    return [file, { module: module_doc?.doc ?? "", symbols: read }];
  }));
}

/**
 * A docstring as Markdown: its `{@linkcode …}` led to where a name has its place, and what is mathematics
 * in the font of code, as in `gelu(x) = x Φ(x)`, typeset.
 */
export function docMarkdown(doc: string, placeOf: (name: string) => string | undefined): string {
  return doc.split(/(^```[^]*?^```)/m).map((part) =>
    part.startsWith("```") ? part : prose(part, placeOf)
  ).join("");
}

function prose(text: string, placeOf: (name: string) => string | undefined): string {
  return text.replace(/\{@link(?:code)?\s+([^}\s|]+)(?:\s*\|?\s*([^}]*))?\}/g, (_, name, words) => {
    const place = placeOf(name);
    const shown = words?.trim() || `\`${name}\``;
    return place ? `[${shown}](${place})` : shown;
  })
    .replace(/`([^`\n]+)`|<(?=[A-Za-z/!])/g, (found, code?: string) => {
      if (code === undefined) return "&lt;";
      return isFormula(code) ? `$${texOfText(code)}$` : found;
    });
}
