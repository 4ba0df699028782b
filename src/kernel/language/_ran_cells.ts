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
 * ran again, or one of whose names none is left.
 */
export class RanCells {
  #cells: readonly RanCell[] = [];

  /** What is left of them beside a cell, which may have run before. */
  without(code: string): readonly { readonly source: string; readonly label?: string }[] {
    return this.#cells.filter((cell) => cell.code !== code);
  }

  /** Adds a cell; one that does not parse has not run. */
  add(code: string, { id, label }: CellName = {}): void {
    let statements: readonly Node[];
    try {
      ({ statements } = parseCell(code));
    } catch {
      return;
    }
    const names = new Set(statements.flatMap(declaredNames));
    const replaced = (cell: RanCell) =>
      cell.code === code || id !== undefined && cell.id === id ||
      cell.names.size > 0 && cell.names.isSubsetOf(names);
    const source = withoutThrows(code, statements);
    this.#cells = [...this.#cells.filter((cell) => !replaced(cell)), {
      id,
      label,
      code,
      source,
      names,
    }];
  }

  /** Forgets all. */
  clear(): void {
    this.#cells = [];
  }
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
