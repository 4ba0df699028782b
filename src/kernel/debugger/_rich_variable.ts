import type { Inspector } from "../../session/mod.ts";
import type { Frame } from "./_frames.ts";
import type { V8 } from "./_protocol.ts";

/** A value as a notebook shows it, by MIME type. */
export interface RichVariable {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** While the program has stopped, no promise is fulfilled: only what is there at once can be shown. */
const AT_ONCE = `((value) => {
  const show = value?.[Symbol.for("Jupyter.display")];
  const shown = typeof show === "function" ? show.call(value) : undefined;
  return shown === undefined || typeof shown.then === "function"
    ? { "text/plain": Deno.inspect(value) }
    : shown;
})`;

/**
 * A variable as a notebook shows it.
 *
 * @param frame The call in which the name is looked up; where cells stand if absent
 * @throws {TypeError} If it is no name
 */
export async function richVariable(
  inspector: Inspector,
  name: string,
  frame?: Frame,
): Promise<RichVariable> {
  if (!/^(this|[\p{ID_Start}$_][\p{ID_Continue}$]*)$/u.test(name)) {
    throw new TypeError(`Cannot show ${name}: it is no name`);
  }
  const { result, exceptionDetails }: V8.Runtime.EvaluateResponse = frame
    ? await inspector.send("Debugger.evaluateOnCallFrame", {
      callFrameId: frame.call.callFrameId,
      expression: `${AT_ONCE}(${name})`,
      returnByValue: true,
    })
    : await inspector.send("Runtime.evaluate", {
      expression: `__actbook.held(() => Deno.jupyter.format(${name}))`,
      awaitPromise: true,
      returnByValue: true,
    });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description?.split("\n")[0]);
  return { data: result.value, metadata: {} };
}
