import type { Dap, V8 } from "./_protocol.ts";
import type { Script, SourcePlace } from "./_script.ts";
import type { Scripts } from "./_scripts.ts";

/** A call in a cell or in a file of the user's, at which the program has stopped. */
export interface Frame {
  readonly call: V8.Debugger.CallFrame;
  readonly script: Script;
  readonly place: SourcePlace;
}

/** The calls that the user has written, the innermost first. */
export async function userFrames(
  scripts: Scripts,
  calls: readonly V8.Debugger.CallFrame[],
): Promise<Frame[]> {
  const frames = await Promise.all(calls.map((call) => userFrame(scripts, call)));
  return frames.filter((frame) => frame !== undefined);
}

/** A call, if the user has written it. */
export async function userFrame(
  scripts: Scripts,
  call: V8.Debugger.CallFrame,
): Promise<Frame | undefined> {
  const script = await scripts.get(call.location.scriptId);
  const place = script?.toSource(call.location);
  return script && place && { call, script, place };
}

/** As the protocol describes a call. */
export function stackFrame({ call, script, place }: Frame, id: number): Dap.StackFrame {
  const { path, name } = script;
  return { id, name: call.functionName || name, source: { name, path }, ...place };
}
