/**
 * "Run in this page": the cells of a notebook become editable and run in a worker.
 *
 * @module
 */

import type { Report } from "./_messages.ts";
import { rendered } from "./_rendered.ts";

interface Cell {
  readonly source: string;
  block?: HTMLElement;
  editor?: HTMLTextAreaElement;
  place?: HTMLElement;
  state: "new" | "running" | "done";
}

/** Makes the cells of the page run. */
export async function notebook(bar: HTMLElement): Promise<void> {
  const base = bar.dataset.base!;
  const sources: string[] = await (await fetch(bar.dataset.notebook!)).json();
  const cells: Cell[] = sources.map((source) => ({ source, state: "new" }));
  const worker = new Worker(`${base}scripts/worker.js`, { type: "module" });
  const status = bar.querySelector<HTMLElement>("[role=status]")!;
  const waiting = new Map<number, () => void>();
  attach(cells);

  const tell = async (data: Report) => {
    const cell = cells[data.cell];
    const place = cell.place;
    if (data.kind === "output") {
      place?.append(await rendered(data.data, base));
      return;
    }
    if (data.error) {
      const text = document.createElement("pre");
      text.className = "cell-error";
      text.textContent = data.error;
      place?.append(text);
    }
    cell.state = "done";
    place?.setAttribute("data-state", data.error ? "failed" : "done");
    waiting.get(data.cell)?.();
  };
  // One after the other: an output that is soon ready must not overtake one that takes longer.
  let told = Promise.resolve();
  worker.addEventListener("message", ({ data }: MessageEvent<Report>) => {
    told = told.then(() => tell(data)).catch((error) => {
      status.textContent = `Cannot show what a cell gave: ${error}`;
    });
  });
  worker.addEventListener("error", ({ message }) => {
    status.textContent = `Cannot run the cells: ${message}`;
  });

  const run = (index: number) => {
    const cell = cells[index];
    cell.state = "running";
    cell.place?.replaceChildren();
    cell.place?.setAttribute("data-state", "running");
    return new Promise<void>((resolve) => {
      waiting.set(index, resolve);
      const source = cell.editor?.value ?? cell.source;
      worker.postMessage({ cell: index, source, files: `${base}notebooks-files/` });
    });
  };
  const runTo = async (last: number) => {
    const due = cells.flatMap(({ state }, k) => k < last && state === "new" ? [k] : []);
    for (const k of [...due, last]) {
      status.textContent = `Running cell ${k + 1} of ${cells.length}`;
      await run(k);
    }
    status.textContent = "";
  };

  cells.forEach((cell, k) => {
    if (!cell.block) return;
    const tools = document.createElement("div");
    tools.className = "cell-tools";
    tools.append(
      button("Run", () => runTo(k)),
      button("Edit", () => edit(cell)),
    );
    cell.block.after(tools);
    cell.place = document.createElement("div");
    cell.place.className = "cell-output";
    cell.place.setAttribute("aria-live", "polite");
    tools.after(cell.place);
  });
  const all = button("Run all", async () => {
    for (const cell of cells) cell.state = "new";
    await runTo(cells.length - 1);
    bar.dataset.state = "done";
  });
  bar.querySelector("button")!.replaceWith(all);
  bar.dataset.started = "yes";
  all.click();
}

/** Finds the block of each cell on the page; some cells have none. */
function attach(cells: Cell[]): void {
  const blocks = [...document.querySelectorAll<HTMLElement>(".expressive-code")]
    .filter((block) => block.querySelector("pre[data-language=ts], pre[data-language=typescript]"));
  let from = 0;
  for (const cell of cells) {
    const at = blocks.findIndex((block, k) =>
      k >= from && plain(textOf(block)) === plain(cell.source)
    );
    if (at < 0) continue;
    cell.block = blocks[at];
    from = at + 1;
  }
}

const textOf = (block: HTMLElement) =>
  [...block.querySelectorAll(".ec-line")].map((line) => line.textContent).join("");
const plain = (text: string) => text.replace(/\s+/g, "");

function edit(cell: Cell): void {
  if (cell.editor || !cell.block) return;
  const editor = document.createElement("textarea");
  editor.className = "cell-editor";
  editor.value = cell.source;
  editor.rows = cell.source.split("\n").length + 1;
  editor.spellcheck = false;
  editor.setAttribute("aria-label", "Code of the cell");
  cell.block.hidden = true;
  cell.block.before(editor);
  cell.editor = editor;
  editor.focus();
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
