/**
 * Checks the types of notebooks, which the kernel never does.
 *
 * @module
 */

import { dirname, resolve } from "node:path";
import { cellsModule, CellSyntaxError } from "../session/code/cells_module.ts";
import { checkOptions } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { denoCheck, type Finding, findings, STDIN } from "./_deno_check.ts";
import { kernelOf } from "./_kernel_of.ts";
import { magicHint } from "./_magic_hint.ts";
import { type Notebook, readNotebook } from "./ipynb.ts";

/** One thing that is wrong in a notebook or in a module it imports. */
export interface Problem {
  /** The number of the cell, as front ends show it in brackets; absent if it is in no cell. */
  readonly cell?: number;
  /** The place of that cell among all cells, counted from 0. */
  readonly index?: number;
  /** The line in the cell, or in the file, from 1. */
  readonly line?: number;
  /** The column, from 1. */
  readonly column?: number;
  /** The URL of the module, if the problem is in one. */
  readonly file?: string;
  /** "TS2322", or "" if it is not the type checker that speaks. */
  readonly code: string;
  /** What is wrong; the reasons follow on lines of their own. */
  readonly message: string;
}

/** What checking a notebook gave. */
export interface CheckedNotebook {
  /** How many cells were checked. */
  readonly cells: number;
  /** Empty if all is well. */
  readonly problems: readonly Problem[];
  /** The notebook as it is stored. */
  readonly notebook: Notebook;
}

/** An unused name is no fault in a notebook: a reader may want it in the next cell. */
const UNUSED = new Set(["TS6133", "TS6192", "TS6196", "TS6198", "TS6199"]);

/**
 * Checks the types of all code cells of a notebook together, with `deno check`'s rules: a cell sees
 * what the cells before it declare, may declare it again, may await, and may import; the project's
 * deno.json and relative imports apply. Nothing is run and nothing is written beside the notebook.
 * If a cell does not parse, that is the only problem reported.
 *
 * @param path Path of an .ipynb file
 * @param options Aborting the signal ends the check
 * @returns The problems by cell and line
 * @throws {NotebookFormatError} If the file is not a notebook
 * @throws {Error} If Deno cannot be asked
 * @example
 * ```ts
 * import { checkNotebook } from "@actbook/actbook/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const path = await Deno.makeTempFile({ suffix: ".ipynb" });
 * const cells = ["const x = 1;", "\nconst y: string = x;"].map((source) => ({ cell_type: "code", source }));
 * await Deno.writeTextFile(path, JSON.stringify({ cells, nbformat: 4 }));
 * const { problems: [{ cell, line, code }] } = await checkNotebook(path);
 * assertEquals([cell, line, code], [2, 2, "TS2322"]);
 * await Deno.remove(path);
 * ```
 */
export async function checkNotebook(
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<CheckedNotebook> {
  checkOptions("check a notebook", options, { signal: kinds.signal });
  const notebook = await readNotebook(path);
  kernelOf(notebook);
  const numbered = notebook.cells.filter(({ number }) => number > 0);
  const cells = numbered.length;
  /** A problem with the place of its cell in the file. */
  const placed = (problem: Problem): Problem => ({
    ...problem,
    index: numbered.find(({ number }) => number === problem.cell)?.index,
  });
  try {
    const { head, lines, origins, tsx } = cellsModule(notebook.cells);
    const folder = dirname(resolve(path));
    const said = await denoCheck(lines.join("\n"), folder, { tsx, head, ...options });
    const found = findings(said, lines.length, head.length);
    if (found.length === 0 && !said.includes("__neverRun")) {
      throw new Error(`Cannot check ${path}: Deno said ${said.trim() || "nothing"}`);
    }
    const problems = found.filter(({ code }) => !UNUSED.has(code)).flatMap((finding) => {
      if (finding.file !== STDIN) return [finding];
      const origin = origins[finding.line! - 1];
      return origin ? [placed(inCell(finding, origin))] : [];
    });
    return { cells, problems, notebook };
  } catch (error) {
    if (!(error instanceof CellSyntaxError)) throw error;
    const { cell, line, column } = error;
    const { source } = numbered.find(({ number }) => number === cell)!;
    const message = magicHint(source)?.evalue ?? error.message;
    return { cells, problems: [placed({ cell, line, column, code: "", message })], notebook };
  }
}

function inCell(
  { code, message, column }: Finding,
  { cell, line }: { cell: number; line: number },
): Problem {
  return { cell, line, column, code, message };
}
