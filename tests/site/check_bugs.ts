/**
 * Looks whether the known bugs are still there: `deno run -A tests/site/check_bugs.ts [library…]`, with
 * a Python that has the libraries in `PYTHON`. Writes the values into bugs.json; if libraries are named,
 * only theirs.
 *
 * @module
 */

import { bugs, type Library } from "../../src/site/bugs.ts";

/** What one library gave. */
interface Found {
  readonly version: string;
  readonly values: Readonly<Record<string, string>>;
}

const file = new URL("bugs.json", import.meta.url);
const probes = bugs.flatMap(({ probe }) => probe ? [probe] : []);

/** A package of npm that is fetched for this command alone, by a name that is no literal. */
const neataptic = "npm:neataptic@1.4.7";

async function inJavaScript(calls: readonly string[]): Promise<Found> {
  const { default: { methods } } = await import(neataptic);
  const values = calls.map((call) => {
    const value: number = new Function("methods", `return ${call}`)(methods);
    return [call, `${value}`.replace("Infinity", "inf").replace("NaN", "nan")];
  });
  return { version: neataptic.split("@")[1], values: Object.fromEntries(values) };
}

async function inPython(library: Library, calls: readonly string[]): Promise<Found> {
  const python = new Deno.Command(Deno.env.get("PYTHON") ?? "python3", {
    args: [new URL("check_bugs.py", import.meta.url).pathname, library],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = python.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(calls)));
  await writer.close();
  const { success, stdout } = await python.output();
  if (!success) throw new Error(`Cannot look for the bugs of ${library} as Python failed`);
  // Some libraries print as they are loaded.
  return JSON.parse(new TextDecoder().decode(stdout).trim().split("\n").at(-1)!);
}

const known = [...new Set(probes.map(({ library }) => library))];
const wanted = Deno.args.length > 0
  ? known.filter((library) => Deno.args.includes(library))
  : known;
const record = JSON.parse(await Deno.readTextFile(file));
const versions: Record<string, string> = record.versions;
const values: Record<string, string> = record.values;
for (const library of wanted) {
  const calls = probes.filter((probe) => probe.library === library).map(({ call }) => call);
  const found = library === "neataptic"
    ? await inJavaScript(calls)
    : await inPython(library, calls);
  versions[library] = found.version;
  Object.assign(values, found.values);
}
const calls = new Set(probes.map(({ call }) => call));
const kept = Object.fromEntries(Object.entries(values).filter(([call]) => calls.has(call)));
const generator = "tests/site/check_bugs.ts. Do not edit.";
await Deno.writeTextFile(
  file,
  `${JSON.stringify({ generator, versions, values: kept }, null, 2)}\n`,
);
