import type { CellError } from "../../session/mod.ts";
import { within } from "../../session/within.ts";
import type { LanguageService, TypeProblem } from "./language_service.ts";
import { typeReport } from "./type_report.ts";
import { PATIENCE, type Patience } from "../patience.ts";
import type { TypesMode } from "./types_mode.ts";

/** A cell that is about to run. */
export interface CellToCheck {
  readonly code: string;
  /** What it is called in messages: "3" for "cell 3". */
  readonly label: string;
  /** Whether somebody sits in front of it. */
  readonly interactive: boolean;
  /** Whether other cells wait behind it. */
  readonly hurried: boolean;
  /** Whether to use terminal colours. */
  readonly colours?: boolean;
  /** Takes a warning. */
  readonly warn: (text: string) => void;
}

/** What checking the types of a cell came to. */
export interface Checked {
  /** Why the cell must not run. */
  readonly refused?: CellError;
  /** To be called when the cell has run, before its reply. */
  readonly end: () => void;
}

/**
 * Checks the types of cells before they run.
 *
 * A warning is not worth a wait: while the language service starts, and while other cells wait, as
 * after "Run All", cells run at once, and what is wrong with them is told with the next check.
 */
export class TypesBefore {
  /** What was set. Without it: warnings where somebody sits in front of the cells, else nothing. */
  mode?: TypesMode;
  /** The labels of cells that ran unchecked. */
  #unchecked = new Set<string>();

  constructor(
    readonly language: LanguageService,
    mode?: TypesMode,
    readonly patience: Patience = PATIENCE,
  ) {
    this.mode = mode;
  }

  /** The mode for a cell. */
  modeFor(interactive: boolean): TypesMode {
    return this.mode ?? (interactive ? "warn" : "off");
  }

  /** Checks a cell, as long as it is worth the wait. */
  async before(cell: CellToCheck): Promise<Checked> {
    const mode = this.modeFor(cell.interactive);
    if (mode === "off") return { end: () => {} };
    if (mode === "warn" && cell.hurried) {
      this.#unchecked.add(cell.label);
      return { end: () => {} };
    }
    const { answer, check } = this.patience;
    const wait = mode === "error" ? answer : this.language.warm ? check : 0;
    // Where a cell with errors must not run, nothing is left to the quick way.
    const ownAlone = mode === "warn" && this.#unchecked.size === 0;
    let found: readonly TypeProblem[] | undefined;
    await within(
      wait,
      this.language.problems(cell.code, { ownAlone }).then((all) => found = all).catch(() => {}),
      undefined,
    );
    if (found === undefined) return { end: () => this.#tell(cell, found) };
    if (mode === "error" && found.some(({ cell }) => cell === undefined)) {
      const own = found.filter(({ cell }) => cell === undefined);
      return { refused: refusal(typeReport(own, cell)), end: () => {} };
    }
    this.#tell(cell, found);
    return { end: () => {} };
  }

  /** The session begins anew. */
  forget(): void {
    this.#unchecked.clear();
  }

  #tell(cell: CellToCheck, found: readonly TypeProblem[] | undefined): void {
    if (found === undefined) return void this.#unchecked.add(cell.label);
    const report = this.#report(cell, found);
    if (report.length > 0) cell.warn(`${report.join("\n")}\n`);
  }

  /** What is wrong with a cell and with those that ran unchecked, which is told once. */
  #report({ label, colours }: CellToCheck, found: readonly TypeProblem[]): string[] {
    const news = found.filter(({ cell }) => cell === undefined || this.#unchecked.has(cell));
    this.#unchecked.clear();
    return typeReport(news, { label, colours });
  }
}

function refusal(report: readonly string[]): CellError {
  const evalue = "The cell has type errors and did not run";
  return {
    ename: "TypeCheckError",
    evalue,
    traceback: [...report, "", `TypeCheckError: ${evalue}`],
  };
}
