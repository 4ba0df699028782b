import {
  type CellOutline,
  type CellsModule,
  cellsModule,
  CellSyntaxError,
  type Origin,
} from "../../session/code/cells_module.ts";
import type { Position } from "./_protocol.ts";

/** The cells that ran and the one that is asked about, as one module. */
export interface AskedModule {
  /** The number of the asked cell, as `inCell` counts. */
  readonly asked: number;
  readonly text: string;
  /** Whether it holds JSX. */
  readonly tsx: boolean;
  /** Where a place of the asked cell lies. */
  inModule(position: Position): Position;
  /** Which place of which cell this is; undefined for a line that no cell holds. */
  inCell(position: Position): CellPosition | undefined;
}

/** A place in a cell. The cells count from 0, and the asked one is the last. */
export interface CellPosition extends Position {
  readonly cell: number;
}

/**
 * Makes a module of the cells that ran and of one that may be half written.
 *
 * The checker's own notebooks know no second declaration: there a name keeps the type of its first.
 *
 * @param ran The cells that ran; all of them parse
 * @param code The cell that is asked about
 * @param known What is kept from one question to the next: outlines of cells
 */
export function askedModule(
  ran: readonly string[],
  code: string,
  known: Map<string, CellOutline> = new Map(),
): AskedModule {
  const cells = [...ran, code].map((source, i) => ({ number: i + 1, source }));
  const asked = cells.length;
  try {
    return new Mapped(cellsModule(cells, known), asked);
  } catch (error) {
    if (!(error instanceof CellSyntaxError) || error.cell !== asked) throw error;
    return new Mapped(withUnfinished(cellsModule(cells.slice(0, -1), known), code, asked), asked);
  }
}

/** Adds a cell that does not parse: its imports go to the top, the rest into a block. */
function withUnfinished(ran: CellsModule, code: string, cell: number): CellsModule {
  const { lines, origins } = ran, own = code.split("\n"), imports = importLines(own);
  const placed = own.map((text, i) => ({ text, origin: { cell, line: i + 1 } }));
  const all: { text: string; origin: Origin }[] = [
    ...placed.filter((_, i) => imports.has(i)),
    ...lines.slice(0, -1).map((text, i) => ({ text, origin: origins[i] })),
    { text: "{", origin: null },
    ...placed.filter((_, i) => !imports.has(i)),
    { text: `}${lines.at(-1)}`, origin: null },
  ];
  return {
    head: ran.head,
    lines: all.map(({ text }) => text),
    origins: all.map(({ origin }) => origin),
    tsx: ran.tsx || /<\/|\/>/.test(code),
  };
}

/** Which lines belong to import declarations, as far as that can be seen in a cell that does not parse. */
function importLines(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  let open = false;
  lines.forEach((line, i) => {
    const begins = /^\s*import\b(?!\s*[(.])/.test(line);
    if (begins || open) found.add(i);
    open = (begins ? line.includes("{") : open) && !/[}"']/.test(line);
  });
  return found;
}

class Mapped implements AskedModule {
  readonly text: string;
  readonly tsx: boolean;
  readonly asked: number;
  readonly #lines: readonly string[];
  readonly #origins: readonly Origin[];

  constructor({ head, lines, origins, tsx }: CellsModule, readonly number: number) {
    this.asked = number - 1;
    this.#lines = [...head, ...lines];
    this.#origins = [...head.map(() => null), ...origins];
    this.text = this.#lines.join("\n");
    this.tsx = tsx;
  }

  inModule({ line, character }: Position): Position {
    let found = -1;
    this.#origins.forEach((origin, i) => {
      if (origin?.cell !== this.number || origin.line !== line + 1) return;
      // An import stands at the top, and leaves blanks behind.
      const written = /\S/.test(this.#lines[i].slice(Math.max(0, character - 1), character + 1));
      if (found < 0 || written) found = i;
    });
    return { line: Math.max(0, found), character };
  }

  inCell({ line, character }: Position): CellPosition | undefined {
    const origin = this.#origins[line];
    return origin ? { cell: origin.cell - 1, line: origin.line - 1, character } : undefined;
  }
}
