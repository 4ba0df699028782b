import type { Magic } from "./_magic.ts";

/** `%load`. */
export const load: Magic = {
  help: ["%load file", "puts the text of a file in place of the cell"],
  async run({ session, rest }) {
    return {
      replacement: await session.call("(path) => Deno.readTextFile(path)", { value: rest }),
    };
  },
};
