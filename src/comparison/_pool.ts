import type { Job } from "./_certify_worker.ts";
import type { Span } from "./certificate.ts";
import type { Tally } from "./_tally.ts";

type Reply = { ready: true } | { tally: Tally } | { error: Error };

/**
 * Shares spans out among workers, each getting its next one when it hands in the last.
 *
 * @param job what the workers load
 * @param spans what is to be gone through
 * @param count how many workers
 * @param signal stops them at once
 * @param onTally gets each result as it comes, in no particular order
 */
export function tallyOnWorkers(
  job: Job,
  spans: Iterator<Span>,
  count: number,
  signal: AbortSignal | undefined,
  onTally: (result: Tally) => void,
): Promise<void> {
  const workers: Worker[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const abort = () => reject(signal!.reason);
  signal?.addEventListener("abort", abort);
  let busy = count;
  const url = new URL("./_certify_worker.ts", import.meta.url);
  for (let i = 0; i < count; i++) {
    const worker = new Worker(url, { type: "module" });
    workers.push(worker);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(`Cannot certify as a worker failed: ${event.message}`));
    };
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      try {
        if ("error" in data) throw data.error;
        if ("tally" in data) onTally(data.tally);
        const next = spans.next();
        if (!next.done) worker.postMessage(next.value);
        else if (--busy === 0) resolve();
      } catch (error) {
        reject(error);
      }
    };
    worker.postMessage(job);
  }
  return promise.finally(() => {
    signal?.removeEventListener("abort", abort);
    for (const worker of workers) worker.terminate();
  });
}
