import type { Child } from "./child.ts";

/** `console`, `process.stdout` and `Deno.stdout` write to the cell that called them. */
export function installStreams(child: Child): void {
  const { deno, dress } = child, { write } = child;
  type Name = "stdout" | "stderr";
  const internal = deno[deno.internal];
  // deno-lint-ignore no-global-assign
  console = new internal.Console((text: string, level: number) =>
    write(level > 1 ? "stderr" : "stdout", text)
  );
  // A terminal would be told to wipe its screen.
  console.clear = () => child.send("clear_output", { wait: false });
  const bytesTo = (name: Name) => {
    const decoder = new TextDecoder();
    return (bytes: Uint8Array): number => {
      write(name, decoder.decode(bytes, { stream: true }));
      return bytes.length;
    };
  };
  for (const name of ["stdout", "stderr"] as const) {
    const put = bytesTo(name);
    const stream = Object.create(deno[name], {
      writeSync: { value: put },
      write: { value: (bytes: Uint8Array) => Promise.resolve(put(bytes)) },
      writable: { get: () => new WritableStream({ write: (bytes) => void put(bytes) }) },
      close: { value: () => {} },
    });
    dress[name] = { value: stream, enumerable: true };
    const writeChunk = (
      chunk: string | Uint8Array,
      encoding?: unknown,
      done?: (error?: null) => void,
    ) => {
      typeof chunk === "string" ? write(name, chunk) : put(chunk);
      const after = typeof encoding === "function" ? encoding as typeof done : done;
      if (after) child.later(after);
      return true;
    };
    child.whenNode(({ process }) => process[name].write = writeChunk);
  }
}
