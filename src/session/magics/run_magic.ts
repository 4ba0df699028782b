/**
 * Magics: commands in cells that begin with a percent sign, few and useful.
 *
 * @module
 */

import type { CellError, CellResult } from "../output.ts";
import type { Session } from "../session.ts";
import type { RunOptions } from "../session_options.ts";
import { env } from "./_env.ts";
import { inDeno } from "./in_deno.ts";
import { load } from "./_load.ts";
import type { Magic, MagicResult } from "./_magic.ts";
import { memory, permissions, reset, who } from "./_state.ts";
import { time } from "./_time.ts";

const magics: Readonly<Record<string, Magic>> = {
  env,
  load,
  memory,
  permissions,
  reset,
  time,
  who,
};

const CALL = /^\s*(%%?)([a-z]\w*)[ \t]*([^\n]*)(?:\n([^]*))?$/i;

/** Other commands of the same form, for the list that `%help` prints. */
export type MoreMagics = readonly (readonly [usage: string, does: string])[];

/**
 * Runs a cell that is a magic.
 *
 * @param session Where it runs
 * @param code The cell
 * @param options As for a cell of TypeScript
 * @param more What else `%help` lists
 * @returns What came of it; undefined if the cell is no magic
 */
export async function runMagic(
  session: Session,
  code: string,
  options: RunOptions = {},
  more: MoreMagics = [],
): Promise<MagicResult & { readonly error?: CellError } | undefined> {
  const [, signs, name, rest, body] = CALL.exec(code) ?? [];
  if (name === undefined) return undefined;
  const print = (text: string) =>
    options.onOutput?.({ type: "stream", content: { name: "stdout", text } });
  if (name === "help" && signs === "%") {
    print(help(more));
    return {};
  }
  const magic = Object.hasOwn(magics, name) ? magics[name] : undefined;
  try {
    if (!magic) throw new SyntaxError(unknown(signs + name, name));
    const whole = signs === "%%";
    if (whole !== (body !== undefined && body.trim() !== "") || (whole && name !== "time")) {
      throw new SyntaxError(`Cannot run ${signs}${name} so: it is written ${magic.help[0]}`);
    }
    const call = { session, rest: rest.trim(), options, print, ...(whole && { body }) };
    return await magic.run(call) ?? {};
  } catch (error) {
    const { name: ename, message } = error as Error;
    const [evalue] = message.replace(/^\w*Error: /, "").split("\n    at ");
    const failed = { ename, evalue, traceback: [`${ename}: ${evalue}`] };
    options.onOutput?.({ type: "error", content: failed });
    return { error: failed };
  }
}

function unknown(written: string, name: string): string {
  const here = inDeno(name);
  const known = Object.keys(magics).map((each) => `%${each}`).join(", ");
  return `Cannot run ${written} as the magics are ${known}, %help` +
    (here ? `: in Deno it is ${here}` : "");
}

function help(more: MoreMagics): string {
  const all = [...Object.values(magics).map((magic) => magic.help), ...more]
    .toSorted(([a], [b]) => a < b ? -1 : 1);
  const width = Math.max(...all.map(([usage]) => usage.length));
  return all.map(([usage, does]) => `${usage.padEnd(width)}  ${does}\n`).join("");
}

/** How a magic ended, as a cell ends. */
export function resultOf(
  { result, error }: MagicResult & { readonly error?: CellError },
): Pick<CellResult, "status" | "error"> {
  if (result) return result;
  return error ? { status: "error", error } : { status: "ok" };
}
