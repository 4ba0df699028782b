/**
 * Looks whether the known bugs are still there: `deno run -A tests/site/check_bugs.ts`, with the Python
 * that has torch and jax in `PYTHON`. Writes the values into bugs.json.
 *
 * @module
 */

import { bugs } from "../../src/site/bugs.ts";

const calls = bugs.flatMap(({ probe }) => probe ? [probe.call] : []);
const python = new Deno.Command(Deno.env.get("PYTHON") ?? "python3", {
  args: [new URL("check_bugs.py", import.meta.url).pathname],
  stdin: "piped",
  stdout: "piped",
  stderr: "inherit",
}).spawn();
const writer = python.stdin.getWriter();
await writer.write(new TextEncoder().encode(JSON.stringify(calls)));
await writer.close();
const { success, stdout } = await python.output();
if (!success) throw new Error("Cannot look for the bugs as Python failed");
const found = JSON.parse(new TextDecoder().decode(stdout));
const record = { generator: "tests/site/check_bugs.ts. Do not edit.", ...found };
await Deno.writeTextFile(
  new URL("bugs.json", import.meta.url),
  `${JSON.stringify(record, null, 2)}\n`,
);
