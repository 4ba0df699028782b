import { type CellOutline, cellsModule } from "../../session/code/cells_module.ts";
import type { OpenDocument } from "./_document.ts";
import { faults } from "./_problems.ts";

const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

/**
 * Finds cells without type errors in a tenth of the time: the checker looks at all of a file, so the cells that
 * ran are one file, and the cell another that imports what it mentions. What they have narrowed is lost
 * on that way, so that nothing found here is certain to be wrong.
 */
export class QuickCheck {
  readonly #ran: OpenDocument;
  readonly #cell: OpenDocument;

  /** @param document The document of all cells */
  constructor(readonly document: OpenDocument) {
    this.#ran = document.beside(".cells");
    this.#cell = document.beside(".cell");
  }

  /**
   * Whether a cell has no type errors; if not, it may have some.
   *
   * @param ran The cells that ran
   * @param code The cell; it parses
   * @param known What is kept from one question to the next: outlines of cells
   */
  async isFaultless(
    ran: readonly string[],
    code: string,
    known: Map<string, CellOutline>,
  ): Promise<boolean> {
    const before = cellsModule(ran.map((source, i) => ({ number: i + 1, source })), known);
    if (!before.names) return false; // they stand in blocks, and cannot be exported
    const cell = cellsModule([{ number: 1, source: code }]);
    const words = new Set(code.match(WORD)), own = new Set(cell.names);
    const used = before.names.filter((name) => words.has(name) && !own.has(name));
    const exported = `export { ${before.names.join(", ")} };`;
    const from = await this.#ran.write(
      [...before.head, ...before.lines, exported].join("\n"),
      before.tsx,
    );
    const imported = used.length > 0
      ? [`import { ${used.join(", ")} } from "./${from.slice(from.lastIndexOf("/") + 1)}";`]
      : [];
    const uri = await this.#cell.write(
      [...cell.head, ...imported, ...cell.lines].join("\n"),
      cell.tsx,
    );
    return (await faults(this.document.server, uri)).length === 0;
  }
}
