/**
 * Compares what a stock executor or JupyterLab stored with what the committed notebook holds.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { isDeepStrictEqual } from "node:util";
import { type Cell, readNotebook } from "../../src/notebook/ipynb.ts";
import type { Output } from "../../src/notebook/output.ts";
import { SKIP_VERIFY } from "../../src/notebook/verify.ts";

/** Whether a cell ends with `await show(…)`, which promises that no output is lost. */
export function endsWithShow({ type, source }: Cell): boolean {
  if (type !== "code") return false;
  const statements = source.trimEnd().split(/\n(?=\S)/).filter((part) => !/^[)\]}]/.test(part));
  return statements.at(-1)?.startsWith("await show(") ?? false;
}

/** The contents of an output by name: its formats, or what it wrote. */
function contents(output: Output): Readonly<Record<string, unknown>> {
  if ("data" in output) return output.data;
  return output.output_type === "stream" ? { [output.name]: output.text } : {};
}

/** JupyterLab stores a picture of each Vega chart that it draws beside the chart. */
const addedByJupyterLab = "image/png";

/** How a cell differs from the committed one, a line for each way. */
function differences(now: Cell, committed: Cell): string[] {
  if (now.outputs.length !== committed.outputs.length) {
    return [`${now.outputs.length} outputs of ${committed.outputs.length}`];
  }
  return now.outputs.flatMap((output, i) => {
    const [here, there] = [contents(output), contents(committed.outputs[i])];
    const names = new Set([...Object.keys(here), ...Object.keys(there)]);
    if (!(addedByJupyterLab in there)) names.delete(addedByJupyterLab);
    return [...names].filter((name) => !isDeepStrictEqual(here[name], there[name]))
      .map((name) => `output ${i + 1}, ${name}: it differs from the committed one`);
  });
}

/** Where cells failed, or end with `await show(…)` and have not the outputs they must have. */
export async function outputFaults(path: string, committedPath: string): Promise<string[]> {
  const [now, committed] = await Promise.all([readNotebook(path), readNotebook(committedPath)]);
  assertEquals(now.cells.map(({ source }) => source), committed.cells.map(({ source }) => source));
  return now.cells.flatMap((cell, i) => {
    const errors = cell.outputs.filter((output) => output.output_type === "error");
    const compared = endsWithShow(cell) && !cell.tags.includes(SKIP_VERIFY);
    const faults = [
      ...errors.map(({ ename, evalue }) => `${ename}: ${evalue}`),
      ...(compared ? differences(cell, committed.cells[i]) : []),
    ];
    return faults.map((fault) => `code cell ${committed.cells[i].number}: ${fault}`);
  });
}
