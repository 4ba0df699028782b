import { type MoreMagics, resultOf, runMagic, type RunOptions } from "../../session/mod.ts";
import type { Context, Reply } from "../context.ts";

/** What only the kernel has, as it checks types. */
const more: MoreMagics = [
  ["%types off, warn or error", "says what becomes of cells with type errors"],
];

/**
 * Answers a cell that is a magic.
 *
 * @returns The reply, or undefined if the cell is another
 */
export async function magic(
  context: Context,
  code: string,
  options: RunOptions,
): Promise<Reply | undefined> {
  if (!/^\s*%/.test(code)) return undefined;
  const found = await runMagic(await context.session(), code, options, more);
  if (!found) return undefined;
  if (/^\s*%reset\b/.test(code)) {
    context.language.forget();
    context.types.forget();
  }
  const { status, error } = resultOf(found);
  if (status !== "ok") return { status: "error", ...error };
  const { replacement } = found;
  const payload = replacement === undefined
    ? []
    : [{ source: "set_next_input", text: replacement, replace: true }];
  return { status: "ok", payload, user_expressions: {} };
}
