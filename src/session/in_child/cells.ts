import type { Child } from "./child.ts";

/** What scripts of cells and the session call: beginning, end, value and failure of a cell. */
export function installCells(child: Child): void {
  const { deno, forCells, context, settings, dress } = child;
  // deno-lint-ignore no-explicit-any
  type Any = any;
  const encoder = new TextEncoder();
  const { stdout, stderr, exit } = deno;
  const stacks = new Map<number, AsyncDisposableStack>();
  const held = new Set<Promise<unknown>>();
  const turn = () => new Promise<void>((resolve) => child.later(resolve));

  /** Waits until the session has everything, or the last words would be lost. */
  const leave = (code?: number) => {
    child.flush();
    child.raw(JSON.stringify({ type: "exit", content: { code: Number(code ?? deno.exitCode) } }));
    child.answer();
    exit(code);
  };
  dress.exit = { value: leave, enumerable: true };
  child.whenNode(({ process }) => Object.assign(process, { exit: leave, reallyExit: leave }));

  /** The end of a cell: a mark follows what its subprocesses wrote. */
  const end = (cell: number) => {
    child.flush();
    child.quiet(true);
    const mark = encoder.encode(`\0${settings.mark}:${cell}\n`);
    try {
      stdout.writeSync(mark);
      stderr.writeSync(mark);
    } catch {
      child.send("unmarked", {}); // the program closed them
    }
  };
  const dispose = async (cell: number) => {
    const stack = stacks.get(cell);
    stacks.delete(cell);
    await stack?.disposeAsync();
  };
  Object.assign(forCells, {
    /** Gives the inspector its turn: without it, nothing could interrupt the cell's first stretch. */
    start(cell: number, lines: number, label?: string, inserted?: Any, positions?: Any) {
      child.quiet(false);
      child.begin();
      child.current = cell;
      forCells.value = undefined;
      child.lines.set(cell, lines);
      if (label !== undefined) child.labels.set(cell, label);
      if (inserted) child.inserted.set(cell, inserted);
      if (positions) child.positions.set(cell, positions);
      context.enterWith(cell);
      return new Promise<void>((resolve) =>
        child.later(() => child.stopped.has(cell) || resolve())
      );
    },
    use(value: Any) {
      const cell = context.getStore() ?? child.current;
      if (!stacks.has(cell)) stacks.set(cell, new AsyncDisposableStack());
      return stacks.get(cell)!.use(value);
    },
    /** What some work comes to; held until whoever waits for it has been told. */
    held(work: () => unknown) {
      const promise = (async () => await work())();
      held.add(promise);
      const release = () => child.later(() => held.delete(promise));
      promise.then(release, release);
      return promise;
    },
    named: (made: Any, name: string) => Object.defineProperty(made, "name", { value: name }),
    kept(read: () => unknown) {
      try {
        return read();
      } catch {
        return undefined;
      }
    },
    /** At the end of a cell that kept its value. */
    end(silent: boolean, cell: number) {
      const { value } = forCells;
      forCells.value = undefined;
      return forCells.show(value, silent, cell);
    },
    /** After a cell that ran to its end and whose value is that of the script. */
    async showLater(value: unknown, silent: boolean, cell: number) {
      await turn(); // out of the inspector, which could not end it
      await forCells.show(value, silent, cell);
    },
    async show(value: unknown, silent: boolean, cell: number) {
      context.enterWith(cell);
      try {
        if (value !== undefined && !silent) {
          child.send("execute_result", { data: await child.format(value), metadata: {} });
        }
        await dispose(cell);
        const failed = await child.runTests();
        if (failed > 0) {
          const error = new Error(`${failed} ${failed === 1 ? "test" : "tests"} failed`);
          error.stack = `${error}`; // the report says where
          throw error;
        }
        await turn();
        child.tellRejections(value);
      } catch (error) {
        return await forCells.fail(error, cell);
      }
      end(cell);
    },
    /** After a cell that threw. */
    async failLater(reason: unknown, cell: number) {
      await turn(); // out of the inspector, which could not end it
      await forCells.fail(reason, cell);
    },
    async fail(reason: unknown, cell: number) {
      context.enterWith(cell);
      await dispose(cell).catch((error) => child.send("error", child.report(error)));
      await turn();
      child.tellRejections();
      child.send("failed", child.report(reason));
      end(cell);
    },
    /**
     * What is left of an interrupted cell shows nothing more, and no timer wakes it. Tells whether it
     * is running right now: then its frames lie below. While Node's side is loaded, nothing may be ended.
     */
    stop(cell: number) {
      child.stopped.add(cell);
      if (child.loading) return "loading";
      const { prepareStackTrace, stackTraceLimit } = Error;
      Error.prepareStackTrace = (_, frames) => frames;
      Error.stackTraceLimit = 10;
      const frames = new Error().stack as unknown as unknown[];
      Object.assign(Error, { prepareStackTrace, stackTraceLimit });
      return frames.length > 2; // this function and the script that calls it
    },
    flush: () => child.flush(),
    turn,
  });
}
