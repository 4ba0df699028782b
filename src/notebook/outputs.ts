/**
 * From the kernel's messages to the outputs of a cell, as Jupyter's front ends collect them.
 *
 * @module
 */

import { terminalText } from "./_terminal_text.ts";
import type { Message } from "./message.ts";
import type { DisplayOutput, Output, ResultOutput } from "./output.ts";

type Shown = DisplayOutput | ResultOutput;

/**
 * The outputs that carry a display id, over all cells of a notebook, so that later ones update them.
 *
 * @internal
 */
export class Displays {
  readonly #shown = new Map<string, Set<Shown>>();

  /** Remembers an output under its display id. */
  add(id: string, output: Shown): void {
    const shown = this.#shown.get(id) ?? new Set();
    this.#shown.set(id, shown.add(output));
  }

  /** Gives every output under the id new content. */
  update(id: string, data: Record<string, unknown>, metadata: Record<string, unknown>): void {
    for (const output of this.#shown.get(id) ?? []) Object.assign(output, { data, metadata });
  }
}

/**
 * Collects the outputs of one cell.
 *
 * Consecutive texts of one stream are joined, and what `\r` and `\b` overwrite is dropped. A message
 * with a known display id updates the outputs that carry it, in whatever cell they stand.
 * `clear_output` empties the cell, at once or when the next output comes.
 *
 * @internal
 */
export class CellOutputs {
  readonly #displays: Displays;
  readonly #outputs: Output[] = [];
  #clearBeforeNext = false;

  /** @param displays The display ids of the notebook, shared by its cells */
  constructor(displays: Displays) {
    this.#displays = displays;
  }

  /** The outputs so far. */
  get outputs(): Output[] {
    return this.#outputs.map((output) =>
      output.output_type === "stream" ? { ...output, text: terminalText(output.text) } : output
    );
  }

  /**
   * Takes one message in.
   *
   * @param message A message of the kernel's iopub channel; those about other things are ignored
   */
  add(message: Message): void {
    const { content } = message;
    switch (message.header.msg_type) {
      case "clear_output":
        this.#clearBeforeNext = content.wait === true;
        if (!content.wait) this.#outputs.length = 0;
        break;
      case "update_display_data":
        this.#update(content);
        break;
      case "stream":
        this.#addText(content.name, content.text);
        break;
      case "display_data":
      case "execute_result":
        this.#update(content);
        this.#addDisplay(message);
        break;
      case "error": {
        const { ename, evalue, traceback } = content;
        this.push({ output_type: "error", ename, evalue, traceback });
      }
    }
  }

  /**
   * Adds an output that did not come from the kernel.
   *
   * @param output The output
   */
  push(output: Output): void {
    if (this.#clearBeforeNext) this.#outputs.length = 0;
    this.#clearBeforeNext = false;
    this.#outputs.push(output);
  }

  // deno-lint-ignore no-explicit-any
  #update({ transient, data, metadata }: any): void {
    if (transient?.display_id) this.#displays.update(transient.display_id, data, metadata ?? {});
  }

  #addText(name: string, text: string): void {
    const last = this.#outputs.at(-1);
    const joins = !this.#clearBeforeNext && last?.output_type === "stream" && last.name === name;
    if (joins) last.text += text;
    else this.push({ output_type: "stream", name, text });
  }

  #addDisplay({ header, content }: Message): void {
    const { data, metadata = {} } = content;
    const output: Shown = header.msg_type === "execute_result"
      ? {
        output_type: "execute_result",
        data,
        metadata,
        execution_count: content.execution_count ?? null,
      }
      : { output_type: "display_data", data, metadata };
    this.push(output);
    if (content.transient?.display_id) this.#displays.add(content.transient.display_id, output);
  }
}
