import type { Magic } from "./_magic.ts";

/** `%who`. */
export const who: Magic = {
  help: ["%who", "lists the names that cells have declared"],
  async run({ session, print }) {
    const names = await session.names();
    print(names.length === 0 ? "Nothing is declared\n" : `${names.join("  ")}\n`);
  },
};

/** `%reset`. */
export const reset: Magic = {
  help: ["%reset", "begins anew: nothing that cells have defined is left"],
  async run({ session, print }) {
    await session.restart();
    print("Nothing that cells have defined is left\n");
  },
};

/** `%memory`. */
export const memory: Magic = {
  help: ["%memory", "tells how much memory the cells take"],
  async run({ session, print }) {
    const { rss, heapUsed, heapTotal } = await session.call("() => Deno.memoryUsage()");
    const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
    print(
      `${megabytes(rss)} in all, ${megabytes(heapUsed)} of ${megabytes(heapTotal)} by objects\n`,
    );
  },
};

/** `%permissions`. */
export const permissions: Magic = {
  help: ["%permissions", "tells what cells may do"],
  async run({ session, print }) {
    const states: [string, string][] = await session.call(`async () => {
      const names = ["read", "write", "net", "env", "run", "ffi", "sys", "import"];
      const ask = async (name) => [name, (await Deno.permissions.query({ name })).state];
      return await Promise.all(names.map(ask));
    }`);
    print(states.map(([name, state]) => `${name.padEnd(6)}  ${state}\n`).join(""));
  },
};
