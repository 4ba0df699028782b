import type { Magic } from "./_magic.ts";

/** `%env`, `%env NAME` and `%env NAME=value`. */
export const env: Magic = {
  help: ["%env, %env NAME or %env NAME=value", "tells or sets variables of the environment"],
  async run({ session, rest, print }) {
    const [, name, , value] = /^([^=\s]*)(=(.*))?$/s.exec(rest)!;
    if (name === "") {
      const all: [string, string][] = await session.call(
        "() => Object.entries(Deno.env.toObject())",
      );
      return print(all.sort().map(([key, text]) => `${key}=${text}\n`).join(""));
    }
    if (value !== undefined) {
      await session.call("(name, value) => Deno.env.set(name, value)", { value: name }, { value });
    }
    const now = await session.call("(name) => Deno.env.get(name) ?? null", { value: name });
    print(now === null ? `${name} is not set\n` : `${name}=${now}\n`);
  },
};
