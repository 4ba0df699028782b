import type { CellOutput } from "../../session/mod.ts";
import type { Context, Reply } from "../context.ts";
import { isTypesMode, typesModes } from "../language/types_mode.ts";

const ASKED = /^\s*%types(?:\s+(\S+))?\s*$/;

/**
 * Answers `%types`, which tells what becomes of cells with type errors, and `%types off`, `warn` or
 * `error`, which say what shall become of them.
 *
 * @returns The reply, or undefined if the cell is another
 */
export function setTypes(
  { types }: Context,
  code: string,
  onOutput: (output: CellOutput) => void,
): Reply | undefined {
  const asked = ASKED.exec(code);
  if (!asked) return undefined;
  const [, mode] = asked;
  if (mode === undefined) {
    const text = `${types.mode ?? "warn where somebody sits in front of the cells, else off"}\n`;
    onOutput({ type: "stream", content: { name: "stdout", text } });
  } else if (isTypesMode(mode)) {
    types.mode = mode;
  } else {
    const evalue = `Cannot set the types as the mode must be one of ${typesModes.join(", ")}: ` +
      `current value is ${mode}`;
    const error = { ename: "TypeError", evalue, traceback: [`TypeError: ${evalue}`] };
    onOutput({ type: "error", content: error });
    return { status: "error", ...error };
  }
  return { status: "ok", payload: [], user_expressions: {} };
}
