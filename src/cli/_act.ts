import type { Act } from "./_subcommand.ts";

/** The reason of an abort by a signal, with the exit code a shell expects. */
class Interrupted extends Error {
  constructor(name: string, readonly exitCode: number) {
    super(`stopped by ${name}; notebooks that were not finished are as they were`);
  }
}

const SIGNALS: Partial<Record<Deno.Signal, number>> = Deno.build.os === "windows"
  ? { SIGINT: 130 }
  : { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** How subcommands are done: `setExitCode` gets 0 if all went well, 1 if not, 130 after Ctrl-C. */
export function acting(setExitCode: (code: number) => void): Act {
  return async (work) => {
    const controller = new AbortController();
    const handlers = Object.entries(SIGNALS).map(([name, code]) => {
      const stop = () => controller.abort(new Interrupted(name, code));
      return [name as Deno.Signal, stop] as const;
    });
    for (const [name, stop] of handlers) Deno.addSignalListener(name, stop);
    try {
      setExitCode(await work(controller.signal) ? 0 : 1);
    } catch (error) {
      const reason = controller.signal.aborted ? controller.signal.reason : error;
      console.error(`actbook: ${reason.message}`);
      setExitCode(reason instanceof Interrupted ? reason.exitCode : 1);
    } finally {
      for (const [name, stop] of handlers) Deno.removeSignalListener(name, stop);
    }
  };
}
