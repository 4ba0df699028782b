/**
 * Writes the table of front-ends.md anew: what each front end that can be run here shows of each output
 * of the gallery, and how many bytes it takes in the notebook. `deno run -A tests/lab/table.ts`
 *
 * @module
 */

import { readNotebook } from "../../src/notebook/ipynb.ts";
import { writeBlock } from "../_page.ts";
import { startBrowser } from "./_browser.ts";
import { openAsHtml } from "./_html.ts";
import { makeHome } from "./_jupyter.ts";
import { startLab } from "./_lab.ts";
import type { Output } from "./_output.ts";
import { cellOf, entries, galleryNotebook } from "./gallery.ts";

const name = "gallery.ipynb";

/** What a reader would say an output is. */
export function wordFor({ marks, controls, live, pictures, rows, formulas, text }: Output): string {
  if (marks) return controls > 0 ? "interactive, sliders" : "interactive";
  if (live) return "interactive";
  if (pictures > 0) return "picture";
  if (rows > 0) return "table";
  if (formulas > 0) return "typeset";
  if (text.startsWith("$$")) return "LaTeX source";
  return text === "" ? "" : "text";
}

/** The words for the outputs of each entry. */
function column(outputs: readonly Output[]): string[] {
  return entries.map(({ seen }, i) => {
    const own = outputs.filter(({ cell }) => cell === cellOf(i));
    const words = own.filter((_, j) => seen[j] && !("nothing" in seen[j])).map(wordFor);
    return [...new Set(words.filter((word) => word !== ""))].join(" · ") || "–";
  });
}

/** Bytes of the outputs of each entry as the kernel sent them, without what JupyterLab added. */
async function bytes(path: string): Promise<string[]> {
  const { cells } = await readNotebook(path);
  return entries.map((_, i) => {
    const sent = cells[cellOf(i)].outputs.map((output) => {
      if (!("data" in output)) return output;
      const isChart = "application/vnd.vegalite.v5+json" in output.data;
      return isChart ? { ...output.data, "image/png": undefined } : output.data;
    });
    const size = new TextEncoder().encode(sent.map((data) => JSON.stringify(data)).join("")).length;
    return size < 1000 ? `${size} B` : `${Math.round(size / 1000)} kB`;
  });
}

async function measure(): Promise<Record<string, string[]>> {
  await using home = await makeHome();
  await using stranger = await makeHome();
  await using browser = await startBrowser();
  const path = `${home.notebooks}/${name}`;
  await Deno.writeTextFile(path, galleryNotebook());
  const see = async (where: typeof home, program: "lab" | "notebook", run: boolean) => {
    await using server = await startLab(where, program);
    const notebook = await server.open(browser, name);
    if (run) await notebook.runAll();
    const outputs = await notebook.outputs();
    if (run) await notebook.save();
    await notebook.close();
    return column(outputs);
  };
  const notebook7 = await see(home, "notebook", true);
  const trusted = await see(home, "lab", true);
  await Deno.copyFile(path, `${stranger.notebooks}/${name}`);
  const untrusted = await see(stranger, "lab", false);
  const html = await openAsHtml(browser, home, name);
  return {
    "JupyterLab": trusted,
    "JupyterLab, untrusted": untrusted,
    "Notebook 7": notebook7,
    "nbconvert HTML": column(await html.outputs()),
    "in the notebook": await bytes(path),
  };
}

/** The table in Markdown. */
export function tableOf(columns: Readonly<Record<string, readonly string[]>>): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const heads = Object.keys(columns);
  return [
    row(["output", ...heads]),
    row(["---", ...heads.map(() => "---")]),
    ...entries.map(({ heading }, i) => row([heading, ...heads.map((head) => columns[head][i])])),
  ].join("\n");
}

if (import.meta.main) {
  const page = new URL("front-ends.md", import.meta.url);
  await writeBlock(page, "front-ends", tableOf(await measure()));
}
