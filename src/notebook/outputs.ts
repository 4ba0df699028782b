/**
 * From the kernel's messages to the outputs of a cell, as Jupyter's front ends collect them.
 *
 * @module
 */

import { withoutCodes } from "./_terminal_codes.ts";
import { terminalText } from "./_terminal_text.ts";
import type { DisplayOutput, Output, ResultOutput } from "./output.ts";

type Shown = DisplayOutput | ResultOutput;

/** A message about outputs: one from a kernel, or what a session tells. */
export interface OutputMessage {
  /** Its type, such as "display_data". */
  readonly type: string;
  /** Its fields depend on the type. */
  // deno-lint-ignore no-explicit-any
  readonly content: any;
}

/**
 * How outputs are collected.
 *
 * @internal
 */
export interface CellOutputsOptions {
  /** Whether codes that colour text in a terminal are kept. */
  readonly colours?: boolean;
}

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
  readonly #plain: (text: string) => string;
  #clearBeforeNext = false;

  /**
   * @param displays The display ids of the notebook, shared by its cells
   * @param options Whether colours are kept
   */
  constructor(displays: Displays, { colours = false }: CellOutputsOptions = {}) {
    this.#displays = displays;
    this.#plain = colours ? (text) => text : withoutCodes;
  }

  /** The outputs so far. */
  get outputs(): Output[] {
    return this.#outputs.map((output) => {
      switch (output.output_type) {
        case "stream":
          return { ...output, text: terminalText(this.#plain(output.text)) };
        case "error":
          return { ...output, traceback: output.traceback.map(this.#plain) };
        default: {
          const text = output.data["text/plain"];
          if (typeof text !== "string") return output;
          return { ...output, data: { ...output.data, "text/plain": this.#plain(text) } };
        }
      }
    });
  }

  /** The last of them as it came, if there is one. */
  get last(): Output | undefined {
    return this.#outputs.at(-1);
  }

  /**
   * Takes one message in.
   *
   * @param message Its type and content; those about other things than outputs are ignored
   */
  add(message: OutputMessage): void {
    const { type, content } = message;
    switch (type) {
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
   * Adds text of which it is only known that it was written while the cell ran: it goes before the
   * cell's value.
   *
   * @param name "stdout" or "stderr"
   * @param text The text
   */
  addEarlierText(name: string, text: string): void {
    if (text === "") return;
    const result = this.#outputs.at(-1)?.output_type === "execute_result"
      ? this.#outputs.pop()
      : undefined;
    this.#addText(name, text);
    if (result) this.#outputs.push(result);
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

  #addDisplay({ type, content }: OutputMessage): void {
    const { data, metadata = {} } = content;
    const output: Shown = type === "execute_result"
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
