// Goes through the spans it is sent. Runs in a worker; started by _pool.ts.

import { codecOf } from "./_codec.ts";
import { tally } from "./_tally.ts";
import { load, type Portable } from "./_portable.ts";
import type { FormatName } from "./format.ts";
import type { Span } from "./certificate.ts";

/** The first message a worker gets. */
export interface Job {
  readonly format: FormatName;
  readonly reference: Portable;
  readonly candidate: Portable;
}

interface WorkerScope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
}

const scope = globalThis as unknown as WorkerScope;
let run: (span: Span) => unknown;

scope.onmessage = async ({ data }: MessageEvent<Job | Span>) => {
  try {
    if (!("format" in data)) return scope.postMessage({ tally: run(data) });
    const codec = codecOf(data.format);
    const [reference, candidate] = [await load(data.reference), await load(data.candidate)];
    run = (span) => tally(codec, reference, candidate, span);
    scope.postMessage({ ready: true });
  } catch (error) {
    scope.postMessage({ error });
  }
};
