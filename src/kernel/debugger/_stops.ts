import { type Frame, userFrame, userFrames } from "./_frames.ts";
import { isCaught } from "./_is_caught.ts";
import type { V8 } from "./_protocol.ts";
import type { Scripts } from "./_scripts.ts";

/** The program has stopped where the user wants to see it. */
export interface Stop {
  readonly frames: readonly Frame[];
  /** "breakpoint", "step", "exception" or "pause". */
  readonly reason: string;
  /** What was thrown. */
  readonly thrown?: V8.Runtime.RemoteObject;
}

/** The program has stopped elsewhere: this is how it shall go on. */
export type Onward = "Debugger.resume" | "Debugger.stepOver" | "Debugger.stepOut";

/** What the user wants to see. */
export interface Wishes {
  /** Which exceptions stop the program. */
  readonly exceptions: "none" | "uncaught" | "raised";
  /** Whether the user has asked for the next place. */
  readonly stepping: boolean;
  /** Where the user was, if the last stop was inside what the user did not write. */
  readonly cameFrom?: { readonly url: string; readonly line: number; readonly depth: number };
}

/** Decides whether a pause of V8 is one that the user wants to see. */
export async function judgePause(
  event: V8.Debugger.PausedEvent,
  scripts: Scripts,
  { exceptions, stepping, cameFrom }: Wishes,
  sourceOf: (path: string) => Promise<string | undefined>,
): Promise<Stop | Onward> {
  const frames = await userFrames(scripts, event.callFrames);
  if (frames.length === 0) return "Debugger.resume";
  if (event.reason === "exception" || event.reason === "promiseRejection") {
    const caught = exceptions !== "raised" && await isExpected(event, frames, scripts, sourceOf);
    const thrown = event.data as V8.Runtime.RemoteObject;
    return caught ? "Debugger.resume" : { frames, reason: "exception", thrown };
  }
  const inside = await userFrame(scripts, event.callFrames[0]);
  // V8 of Deno steps into the runtime's own functions, whatever it is told.
  if (!inside) return stepping ? "Debugger.stepOut" : "Debugger.resume";
  const [{ script, place }] = frames;
  const still = cameFrom && cameFrom.url === script.url && cameFrom.line === place.line &&
    cameFrom.depth === frames.length;
  if (still) return "Debugger.stepOver";
  const hit = (event.hitBreakpoints?.length ?? 0) > 0;
  return { frames, reason: hit ? "breakpoint" : stepping ? "step" : "pause" };
}

/**
 * Whether a `catch` waits for what was thrown. V8 holds everything in a cell to be caught, by us: so
 * the code of the calls is searched for a `try`, those that await the innermost included.
 */
async function isExpected(
  event: V8.Debugger.PausedEvent,
  frames: readonly Frame[],
  scripts: Scripts,
  sourceOf: (path: string) => Promise<string | undefined>,
): Promise<boolean> {
  if ((event.data as { uncaught?: boolean } | undefined)?.uncaught) return false;
  const places = frames.map(({ script, place }) => ({ path: script.path, place }));
  for (let trace = event.asyncStackTrace; trace; trace = trace.parent) {
    for (const { scriptId, lineNumber, columnNumber } of trace.callFrames) {
      const script = await scripts.get(scriptId);
      const place = script?.toSource({ lineNumber, columnNumber });
      if (script && place) places.push({ path: script.path, place });
    }
  }
  for (const { path, place } of places) {
    const source = await sourceOf(path);
    if (source !== undefined && isCaught(source, place)) return true;
  }
  return false;
}
