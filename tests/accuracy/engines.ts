/**
 * Compares Deno and Node bit for bit: `deno run -A tests/accuracy/engines.ts [1e6] [--write]`
 *
 * Without a number of points it takes a million. `--write` records the digests of this many points
 * and of those that the tests take, in `digests.json`.
 *
 * @module
 */

import type { Digests } from "./digest.ts";

/** What an engine answered. */
export interface Answer {
  readonly engine: string;
  readonly digests: Digests;
}

/** The recorded digests: by number of points. */
export type Recorded = Readonly<Record<string, Digests>>;

/** How many points the tests take. */
export const testedPoints = 10_000;

/** Where the digests are recorded. */
export const recordFile: URL = new URL("digests.json", import.meta.url);

const entry = new URL("digest_entry.ts", import.meta.url).pathname;

/** True if there is a Node here. */
export async function hasNode(): Promise<boolean> {
  return await run("node", ["--version"]).then(() => true, () => false);
}

/** What this Deno answers. */
export async function onDeno(count: number): Promise<Answer> {
  return JSON.parse(await run(Deno.execPath(), ["run", "-A", "--no-lock", entry, `${count}`]));
}

/** What Node answers, from one file of JavaScript that Deno made. */
export async function onNode(count: number): Promise<Answer> {
  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/digests.mjs`;
    await run(Deno.execPath(), ["bundle", "--quiet", "--no-lock", "--output", file, entry]);
    return JSON.parse(await run("node", [file, `${count}`]));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function run(command: string, args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, { args }).output();
  if (!success) {
    throw new Error(`Cannot run ${command} ${args[0]}: ${new TextDecoder().decode(stderr)}`);
  }
  return new TextDecoder().decode(stdout);
}

/** The ids whose digests are not the same in both. */
export function differing(a: Digests, b: Digests): string[] {
  const ids = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return ids.filter((id) => JSON.stringify(a[id]) !== JSON.stringify(b[id]));
}

if (import.meta.main) {
  const count = Number(Deno.args.find((argument) => !argument.startsWith("-")) ?? 1e6);
  const deno = await onDeno(count);
  const node = await onNode(count);
  const ids = differing(deno.digests, node.digests);
  console.log(`${deno.engine} and ${node.engine}: ${count} points of f, f′ and f″ of each of`);
  console.log(
    `${Object.keys(deno.digests).length} functions; different: ${ids.join(", ") || "none"}`,
  );
  if (Deno.args.includes("--write")) {
    const small = (await onDeno(testedPoints)).digests;
    const text = JSON.stringify({ [testedPoints]: small, [count]: deno.digests }, null, 2);
    await Deno.writeTextFile(recordFile, `${text}\n`);
  }
  Deno.exit(ids.length ? 1 : 0);
}
