import { stripTypeScriptTypes } from "node:module";
import type { Inspector } from "../../session/mod.ts";
import type { Frame } from "./_frames.ts";
import type { V8 } from "./_protocol.ts";
import { GROUP } from "./_variables.ts";

/**
 * The value of an expression where the program has stopped, or, without a call, where cells stand.
 *
 * @throws {TypeError} If the expression is no text
 * @throws {Error} What the expression throws, by its first line
 */
export async function evaluateAt(
  inspector: Inspector,
  expression: string,
  frame?: Frame,
): Promise<V8.Runtime.RemoteObject> {
  if (typeof expression !== "string") {
    throw new TypeError(
      `Cannot evaluate it as expression must be a text: current value is ${expression}`,
    );
  }
  const options = {
    expression: withoutTypes(expression),
    objectGroup: GROUP,
    generatePreview: true,
  };
  const { result, exceptionDetails }: V8.Runtime.EvaluateResponse = frame
    ? await inspector.send("Debugger.evaluateOnCallFrame", {
      ...options,
      callFrameId: frame.call.callFrameId,
    })
    : await inspector.send("Runtime.evaluate", {
      ...options,
      expression: `await __actbook.turn();${options.expression}`, // V8 may forget what ends at once
      replMode: true,
      awaitPromise: true,
    });
  if (exceptionDetails) {
    const { exception, text } = exceptionDetails;
    throw new Error((exception?.description ?? String(exception?.value ?? text)).split("\n")[0]);
  }
  return result;
}

function withoutTypes(expression: string): string {
  try {
    return stripTypeScriptTypes(expression);
  } catch {
    return expression; // what is wrong with it, V8 says
  }
}
