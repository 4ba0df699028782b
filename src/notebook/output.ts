/**
 * What a cell shows, with its texts whole, and the form in which a notebook stores it.
 *
 * @module
 */

import { joinBundle, joinLines, splitBundle, splitLines } from "./_lines.ts";

/** Text written to standard output or standard error. */
export interface StreamOutput {
  /** Always "stream". */
  output_type: "stream";
  /** "stdout" or "stderr". */
  name: string;
  /** The whole text. */
  text: string;
}

/** A picture, table, formula or text, in several formats by MIME type. */
export interface DisplayOutput {
  /** Always "display_data". */
  output_type: "display_data";
  /** The content in each format, by MIME type. */
  data: Record<string, unknown>;
  /** Hints for front ends. */
  metadata: Record<string, unknown>;
}

/** The value of the last expression of a cell. */
export interface ResultOutput {
  /** Always "execute_result". */
  output_type: "execute_result";
  /** The content in each format, by MIME type. */
  data: Record<string, unknown>;
  /** Hints for front ends. */
  metadata: Record<string, unknown>;
  /** The number of the cell, as front ends show it in brackets. */
  execution_count: number | null;
}

/** An exception. */
export interface ErrorOutput {
  /** Always "error". */
  output_type: "error";
  /** The class, such as "TypeError". */
  ename: string;
  /** The message. */
  evalue: string;
  /** What front ends show, line by line. */
  traceback: string[];
}

/** One output of a cell. */
export type Output = StreamOutput | DisplayOutput | ResultOutput | ErrorOutput;

/**
 * An output as the notebook file holds it: texts as lists of lines, keys in order of name, as
 * Jupyter writes them.
 *
 * @param output The output with whole texts
 * @returns Plain data for JSON
 * @internal
 */
export function toStored(output: Output): unknown {
  if (output.output_type === "stream") {
    return sortKeys({ ...output, text: splitLines(output.text) });
  }
  if (output.output_type === "error") return sortKeys(output);
  return sortKeys({ ...output, data: splitBundle(output.data) });
}

/**
 * An output as read from a notebook file, its texts joined.
 *
 * @param stored Plain data from JSON
 * @returns The output with whole texts
 * @internal
 */
export function fromStored(stored: Record<string, unknown>): Output {
  const output = { ...stored };
  if ("text" in output) output.text = joinLines(output.text);
  if (typeof output.data === "object" && output.data !== null) {
    output.data = joinBundle(output.data as Record<string, unknown>);
  }
  return output as unknown as Output;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part)]));
}
