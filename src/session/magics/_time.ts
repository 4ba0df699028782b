import type { Magic } from "./_magic.ts";

/** `%time` and `%%time`. */
export const time: Magic = {
  help: ["%time code, or %%time above a cell", "runs it and tells how long it took"],
  async run({ session, rest, body, options, print }) {
    const start = performance.now();
    const result = await session.run(body ?? rest, options);
    print(`Took ${duration(performance.now() - start)}\n`);
    return { result };
  },
};

function duration(ms: number): string {
  return ms < 1000 ? `${Number(ms.toPrecision(3))} ms` : `${(ms / 1000).toFixed(2)} s`;
}
