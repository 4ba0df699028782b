import { declaredNames } from "../../session/code/declared_names.ts";
import { type Node, parseCell } from "../../session/code/parse_cell.ts";

/** How a cell that ran can be told from others. */
export interface CellName {
  /** The same for a cell that is edited and runs again. */
  readonly id?: string;
  /** What it is called in messages: "3" for "cell 3". */
  readonly label?: string;
}

interface RanCell extends CellName {
  /** As it was run. */
  readonly code: string;
  /** As the types see it. */
  readonly source: string;
  readonly names: ReadonlySet<string>;
}

/**
 * The cells that ran, in order, without those that later ones have taken the place of: a cell that
 * ran again, or one of whose names none is left. They are parsed when somebody asks, and not while a
 * front end waits for the end of a cell.
 */
export class RanCells {
  readonly #cells = new Set<RanCell>();
  /** By code, by id, by each name: the cells that a new one may take the place of. */
  readonly #alike = new Map<string, Set<RanCell>>();
  #fresh: (CellName & { readonly code: string })[] = [];

  /** What is left of them beside a cell, which may have run before. */
  without(code: string): readonly { readonly source: string; readonly label?: string }[] {
    for (const each of this.#fresh.splice(0)) this.#take(each);
    return [...this.#cells].filter((cell) => cell.code !== code);
  }

  /** Adds a cell; one that does not parse has not run. */
  add(code: string, { id, label }: CellName = {}): void {
    this.#fresh.push({ code, id, label });
  }

  #take({ code, id, label }: CellName & { readonly code: string }): void {
    let statements: readonly Node[];
    try {
      ({ statements } = parseCell(code));
    } catch {
      return;
    }
    const names = new Set(statements.flatMap(declaredNames));
    const source = withoutThrows(code, statements);
    const cell: RanCell = { id, label, code, source, names };
    const alike = keysOf(cell).flatMap((key) => [...this.#alike.get(key) ?? []]);
    for (const other of alike) {
      const isReplaced = other.code === code || id !== undefined && other.id === id ||
        other.names.isSubsetOf(names);
      if (isReplaced) this.#remove(other);
    }
    this.#cells.add(cell);
    for (const key of keysOf(cell)) {
      this.#alike.set(key, (this.#alike.get(key) ?? new Set()).add(cell));
    }
  }

  #remove(cell: RanCell): void {
    this.#cells.delete(cell);
    for (const key of keysOf(cell)) {
      const alike = this.#alike.get(key);
      alike?.delete(cell);
      if (alike?.size === 0) this.#alike.delete(key);
    }
  }

  /** Forgets all. */
  clear(): void {
    this.#cells.clear();
    this.#alike.clear();
    this.#fresh = [];
  }
}

function keysOf({ code, id, names }: RanCell): string[] {
  return [
    `code ${code}`,
    ...id === undefined ? [] : [`id ${id}`],
    ...[...names].map((name) => `name ${name}`),
  ];
}

/** In a module, nothing behind a `throw` would ever run; a later cell does. */
function withoutThrows(code: string, statements: readonly Node[]): string {
  let source = code;
  for (const { type, start } of statements) {
    if (type !== "ThrowStatement") continue;
    source = `${source.slice(0, start)}void ${source.slice(start + "throw".length)}`;
  }
  return source;
}
