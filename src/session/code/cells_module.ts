import { type CellOutline, directive, outline } from "./_outline.ts";
import type { Node } from "./parse_cell.ts";

export type { CellOutline };

/** A code cell: its number, from 1, and its text. A number of 0 means that it is no code. */
export interface NumberedCell {
  readonly number: number;
  readonly source: string;
}

/** Where a line of the module comes from; null for lines that no cell holds. */
export type Origin = { readonly cell: number; readonly line: number } | null;

/** The cells of a notebook as one module. */
export interface CellsModule {
  /** Comments that must stand at the top of the file, one a line. */
  readonly head: readonly string[];
  readonly lines: readonly string[];
  /** For each line, the cell and line it comes from. */
  readonly origins: readonly Origin[];
  /** Whether a cell holds JSX. */
  readonly tsx: boolean;
  /** What the cells declare or import; undefined where some of it stands in a block. */
  readonly names?: readonly string[];
}

/** Raised for a cell that does not parse. */
export class CellSyntaxError extends SyntaxError {
  override name = "CellSyntaxError";
  constructor(
    message: string,
    readonly cell: number,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

/** What a name stands for: the import that brings it, or the cell that declares it. */
type Meaning = string;

/**
 * Puts the cells of a notebook into one module, line for line, so that what the checker says can be
 * told by cell and line.
 *
 * In a notebook a later cell may declare a name again. Here such a cell opens a block, which lasts
 * to the end, so the new name hides the old one. Imports go to the top of the module, each once; one
 * that gives a known name a new meaning becomes a declaration in the block.
 *
 * A function may use a name that a later cell declares. If a block hides that declaration from it, the
 * name is declared for it too, of type any.
 *
 * @param cells The cells
 * @param known Outlines of cells by their source, for whoever asks again after one has changed: what is
 * missing is added, what is not needed any more taken away
 * @throws {CellSyntaxError} If a cell does not parse
 */
export function cellsModule(
  cells: readonly NumberedCell[],
  known: Map<string, CellOutline> = new Map(),
): CellsModule {
  const all = cells.filter(({ number }) => number > 0)
    .map((cell) => ({ cell, ...outlineOf(cell, known) }));
  const sources = new Set(all.map(({ cell }) => cell.source));
  for (const source of known.keys()) if (!sources.has(source)) known.delete(source);
  const sketch = new ModuleWriter();
  for (const cell of all) sketch.add(cell);
  const module = new ModuleWriter(sketch.depths);
  for (const cell of all) module.add(cell);
  return module.finish();
}

interface CellToAdd extends CellOutline {
  readonly cell: NumberedCell;
}

class ModuleWriter {
  readonly #imports: { text: string; origin: Origin }[] = [];
  readonly #body: { text: string; origin: Origin }[] = [];
  /** Every name the next cell can see. */
  readonly #visible = new Map<string, Meaning>();
  /** How many blocks are open where a name is first declared. */
  readonly depths = new Map<string, number>();
  readonly #laterDepths: ReadonlyMap<string, number>;
  /** The names declared for functions that use them early, by the number of open blocks. */
  readonly #early = new Map<number, Set<string>>();
  readonly #head: string[] = [];
  #blocks = 0;
  #tsx = false;

  /** @param laterDepths What `depths` came to when the same cells were added before */
  constructor(laterDepths: ReadonlyMap<string, number> = new Map()) {
    this.#laterDepths = laterDepths;
  }

  add({ cell, pragmas, statements, late: lateNames, object, jsx }: CellToAdd): void {
    this.#tsx ||= jsx;
    this.#head.push(...pragmas);
    const text = cell.source.split(""); // the offsets of the parser are UTF-16 units
    const late: { text: string; line: number }[] = [];
    const hoisted: { line: number; text: string }[] = [];
    const declared = new Map<string, Meaning>();
    for (const { import: node, names, erased, varAt } of statements) {
      if (node) hoisted.push(...this.#import(node, cell, declared, late));
      if (erased) erase(text, ...erased);
      for (const name of names) declared.set(name, `cell ${cell.number}`);
      if (varAt !== undefined && names.some((name) => this.#visible.has(name))) {
        text.splice(varAt, 3, "l", "e", "t");
      }
    }
    this.#openBlockIfNeeded([...declared.keys()]);
    for (const [name, meaning] of declared) {
      if (!this.#visible.has(name)) this.depths.set(name, this.#blocks);
      this.#visible.set(name, meaning);
    }
    this.#declareEarly(lateNames);
    for (const { line, text } of hoisted) {
      text.split("\n").forEach((each, i) =>
        this.#imports.push({ text: each, origin: { cell: cell.number, line: line + i } })
      );
    }
    for (const { text, line } of late) {
      this.#body.push({ text, origin: line > 0 ? { cell: cell.number, line } : null });
    }
    if (object) this.#body.push({ text: "(", origin: null });
    text.join("").split("\n").forEach((line, i) =>
      this.#body.push({ text: line, origin: { cell: cell.number, line: i + 1 } })
    );
    this.#body.push({ text: object ? ");" : ";", origin: null });
  }

  finish(): CellsModule {
    const end = "}".repeat(this.#blocks);
    const all = [...this.#imports, ...this.#body, { text: end, origin: null }];
    const lines = all.map(({ text }) => text), origins = all.map(({ origin }) => origin);
    return {
      head: [...new Set(this.#head)],
      lines,
      origins,
      tsx: this.#tsx,
      ...(this.#blocks === 0 && { names: [...this.#visible.keys()] }),
    };
  }

  /** Declares the names that only a block further in will declare. */
  #declareEarly(names: ReadonlySet<string>): void {
    const early = this.#early.get(this.#blocks) ?? new Set();
    this.#early.set(this.#blocks, early);
    for (const name of names) {
      const depth = this.#laterDepths.get(name) ?? 0;
      if (this.#visible.has(name) || depth <= this.#blocks || early.has(name)) continue;
      early.add(name);
      this.#body.push({ text: `declare const ${name}: any; type ${name} = any;`, origin: null });
    }
  }

  #openBlockIfNeeded(names: readonly string[]): void {
    if (!names.some((name) => this.#visible.has(name))) return;
    this.#blocks++;
    this.#body.push({ text: "{", origin: null });
  }

  /** The import without the names already imported; names with a new meaning go to `late`. */
  #import(
    node: Node,
    cell: NumberedCell,
    declared: Map<string, Meaning>,
    late: { text: string; line: number }[],
  ) {
    const source: string = node.source.extra.raw;
    const text = cell.source.split(""); // the offsets of the parser are UTF-16 units
    let kept = node.specifiers.length === 0 ? 1 : 0;
    for (const specifier of node.specifiers) {
      const name: string = specifier.local.name;
      const imported = importedName(specifier);
      const meaning = `${imported} of ${source}`;
      const known = this.#visible.get(name);
      if (known === undefined) {
        this.#visible.set(name, meaning);
        kept++;
        continue;
      }
      eraseSpecifier(text, specifier);
      if (known === meaning) continue;
      const module = `import(${source})`;
      const value = imported === "*" ? `await ${module}` : `(await ${module}).${imported}`;
      late.push({ text: `const ${name} = ${value};`, line: specifier.loc.start.line });
      if (imported !== "*") late.push({ text: `type ${name} = ${module}.${imported};`, line: 0 });
      declared.set(name, meaning);
    }
    if (kept === 0) return [];
    const { start, loc } = directive(node) ?? node;
    const padding = " ".repeat(loc.start.column);
    return [{ line: loc.start.line, text: padding + text.slice(start, node.end).join("") }];
  }
}

function outlineOf(cell: NumberedCell, known: Map<string, CellOutline>): CellOutline {
  try {
    const found = known.get(cell.source) ?? outline(cell.source);
    known.set(cell.source, found);
    return found;
  } catch (error) {
    const { message, loc } = error as { message: string; loc?: { line: number; column: number } };
    const text = message.replace(/ \(\d+:\d+\)$/, "").split("\n")[0];
    throw new CellSyntaxError(text, cell.number, loc?.line ?? 1, (loc?.column ?? 0) + 1);
  }
}

/** Replaces characters by spaces; lines stay where they are. */
function erase(text: string[], start: number, end: number): void {
  for (let i = start; i < end; i++) if (text[i] !== "\n") text[i] = " ";
}

function eraseSpecifier(text: string[], { start, end }: Node): void {
  erase(text, start, end);
  let comma = end;
  while (/\s/.test(text[comma])) comma++;
  if (text[comma] === ",") text[comma] = " ";
}

function importedName(specifier: Node): string {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  if (specifier.type === "ImportNamespaceSpecifier") return "*";
  return specifier.imported.name ?? specifier.imported.value;
}
