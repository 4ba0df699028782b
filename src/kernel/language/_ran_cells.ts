import { cellsModule } from "../../session/code/cells_module.ts";

/** The cells that ran, in order; of a cell that ran again only the last run. */
export class RanCells {
  readonly #cells: { readonly id?: string; readonly source: string }[] = [];

  get sources(): readonly string[] {
    return this.#cells.map(({ source }) => source);
  }

  add(source: string, id?: string): void {
    if (!parses(source)) return;
    const before = this.#cells.findIndex((cell) =>
      cell.source === source || id !== undefined && cell.id === id
    );
    if (before >= 0) this.#cells.splice(before, 1);
    this.#cells.push({ id, source });
  }

  clear(): void {
    this.#cells.length = 0;
  }
}

function parses(source: string): boolean {
  try {
    cellsModule([{ number: 1, source }]);
    return true;
  } catch {
    return false;
  }
}
