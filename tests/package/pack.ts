/**
 * Makes the package for npm: `deno task pack [folder]`.
 *
 * Deno's own `deno pack` gives the types, a file of JavaScript for each of TypeScript, and the
 * manifest. Added are what it leaves out: names of packages as npm writes them, at the very versions
 * of src; the `actbook` command; and for Deno and Node each door as one file, which starts faster than
 * hundreds. Bundlers get the hundreds, as they take what a page uses and leave the rest.
 *
 * @module
 */

import { build } from "esbuild";
import { walk } from "../_walk.ts";

const root = new URL("../../", import.meta.url).pathname;

interface Manifest {
  name: string;
  version: string;
  dependencies: Record<string, string>;
  exports: Record<string, Record<string, string>>;
  [key: string]: unknown;
}

/**
 * Makes the package.
 *
 * @param folder where the package's files are put; it must not exist, or be empty
 */
export async function pack(folder: string): Promise<void> {
  const temporary = await Deno.makeTempDir({ prefix: "actbook-pack-" });
  try {
    const archive = `${temporary}/package.tgz`;
    await run("deno", "pack", "--quiet", "--allow-dirty", "--no-source-maps", "-o", archive);
    await run("tar", "-xzf", archive, "-C", temporary);
    await Deno.mkdir(folder, { recursive: true });
    await run("cp", "-R", `${temporary}/package/.`, folder);
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
  await withBareNames(folder);
  await bundleDoors(folder);
  await finishManifest(folder);
}

/** Names the packages in the files as npm does, and our own files as they are named there. */
async function withBareNames(folder: string): Promise<void> {
  for await (const path of walk(folder, ".js")) {
    const source = await Deno.readTextFile(path);
    const changed = source
      .replaceAll(specifier, (_, quote, name) => `${quote}${name}`)
      .replaceAll(startedFile("ts"), (_, start, name) => `${start}${name}.js`);
    if (changed !== source) await Deno.writeTextFile(path, changed);
  }
}

/** The versions that src asks for: of what a notebook needs, and of what only Deno can use. */
async function versionsOfPackages(): Promise<Record<"everywhere" | "inDeno", Versions>> {
  const found: Record<"everywhere" | "inDeno", [string, string][]> = { everywhere: [], inDeno: [] };
  for await (const path of walk(`${root}src`, ".ts")) {
    const source = await Deno.readTextFile(path);
    const room = `./${path.slice(`${root}src/`.length).split("/")[0]}`;
    for (const [, , name, version] of source.matchAll(specifier)) {
      found[forDenoOnly.has(room) ? "inDeno" : "everywhere"].push([name, version]);
    }
  }
  const sorted = (versions: [string, string][]) =>
    Object.fromEntries(versions.sort(([a], [b]) => a < b ? -1 : 1));
  return { everywhere: sorted(found.everywhere), inDeno: sorted(found.inDeno) };
}

type Versions = Record<string, string>;

/** `"npm:@scope/name@1.2.3` in front of a path or the closing quote. */
const specifier = /(["'`])npm:((?:@[^/"'`]+\/)?[^@/"'`]+)@(\d+\.\d+\.\d+)/g;

/** A file of ours that is started by its place: a worker. */
function startedFile(ending: string): RegExp {
  return new RegExp(String.raw`(new URL\("\./)(\w+)\.${ending}(?=", import\.meta\.url\))`, "g");
}

/** The doors that only Deno can go through: bundlers need no files of theirs. */
const forDenoOnly = new Set(["./cli", "./export", "./kernel", "./notebook", "./session", "./site"]);

const options = {
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "neutral",
  target: "esnext",
  packages: "external",
  logLevel: "warning",
  chunkNames: "part-[hash]",
} as const;

/**
 * Puts the root into one file, what only the rooms have into another, which their doors lead to, so that
 * each thing is there once; and what runs notebooks apart. Files that nobody needs any more are removed.
 */
async function bundleDoors(folder: string): Promise<void> {
  const { exports, version } = await manifestOf(folder);
  const doors = Object.entries(exports).map(([door, { default: file }]) => ({ door, file }));
  const common = doors.filter(({ door }) => !forDenoOnly.has(door));
  const others = doors.filter(({ door }) => forDenoOnly.has(door));
  const started = await startedFiles(`${folder}/src`);
  const outdir = `${folder}/bundle`;

  const rooms = `${folder}/rooms.js`;
  const lines: string[] = [];
  const taken = new Set<string>();
  for (const { door, file } of common.filter(({ door }) => door !== ".")) {
    const names = await exportsOf(folder, file);
    const renamed = names.map((name) => {
      const own = taken.has(name) ? `${name}_of_${nameOf(door)}` : name;
      taken.add(own);
      return { name, own };
    });
    const list = (from: "name" | "own", to: "name" | "own") =>
      renamed.map((each) => each[from] === each[to] ? each[to] : `${each[from]} as ${each[to]}`)
        .join(", ");
    lines.push(`export { ${list("name", "own")} } from "${file}";\n`);
    await Deno.mkdir(outdir, { recursive: true });
    const text = `export { ${list("own", "name")} } from "./rooms.js";\n`;
    await Deno.writeTextFile(`${outdir}/${nameOf(door)}.js`, text);
  }
  await Deno.writeTextFile(rooms, lines.join(""));
  const { metafile } = await build({
    ...options,
    absWorkingDir: folder,
    entryPoints: { mod: `${folder}/mod.js`, rooms, ...started },
    outdir,
    metafile: true,
  });
  await Deno.remove(rooms);

  // The command tells its version from it.
  await Deno.writeTextFile(`${folder}/deno.json`, JSON.stringify({ version }));
  const entryPoints = Object.fromEntries(others.map(({ door, file }) => [nameOf(door), file]));
  await build({ ...options, absWorkingDir: folder, entryPoints, outdir });
  for (const { door, file } of others) {
    const names = await exportsOf(folder, file);
    await Deno.writeTextFile(`${outdir}/${nameOf(door)}_elsewhere.js`, refusal(door, names));
  }
  await Deno.remove(`${folder}/deno.json`);

  const needed = new Set(Object.keys(metafile.inputs).map((path) => `${folder}/${path}`));
  for await (const path of walk(`${folder}/src`, ".js")) {
    if (!needed.has(path)) await Deno.remove(path);
  }
}

/** The files that are started by their place, by name. */
async function startedFiles(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const path of walk(folder, ".js")) {
    for (const [, , name] of (await Deno.readTextFile(path)).matchAll(startedFile("js"))) {
      found[name] = new URL(`${name}.js`, `file://${path}`).pathname;
    }
  }
  return found;
}

/** What others than Deno get for a door that only Deno can go through: one sentence. */
function refusal(door: string, names: readonly string[]): string {
  const sentence = `Cannot use @actbook/actbook${door.slice(1)} here as it takes Deno`;
  return `throw new Error("${sentence}");\nexport let ${names.join(", ")};\n`;
}

/** The names a file exports. */
async function exportsOf(folder: string, file: string): Promise<readonly string[]> {
  const { metafile } = await build({
    ...options,
    absWorkingDir: folder,
    entryPoints: [file],
    outdir: "none",
    write: false,
    metafile: true,
  });
  return Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint)!.exports;
}

/** `"."` is "mod", `"./special"` is "special". */
function nameOf(door: string): string {
  return door === "." ? "mod" : door.slice(2);
}

/** The doors with their conditions, exact versions, the command. */
async function finishManifest(folder: string): Promise<void> {
  const [manifest, versions] = [await manifestOf(folder), await versionsOfPackages()];
  for (const [door, { types, default: file }] of Object.entries(manifest.exports)) {
    const bundle = `./bundle/${nameOf(door)}.js`;
    manifest.exports[door] = forDenoOnly.has(door)
      ? { types, deno: bundle, default: bundle.replace(".js", "_elsewhere.js") }
      : { types, deno: bundle, node: bundle, default: file };
  }
  const { everywhere, inDeno } = versions;
  const unknown = Object.keys(manifest.dependencies)
    .filter((name) => !(name in everywhere || name in inDeno));
  if (unknown.length > 0) throw new Error(`Cannot pack as src does not pin ${unknown.join(", ")}`);
  await Deno.writeTextFile(`${folder}/bin.js`, command(manifest));
  await Deno.chmod(`${folder}/bin.js`, 0o755);
  const finished = {
    ...manifest,
    description: "Activation functions, right to the last bit, and notebooks about them",
    keywords: ["activation functions", "gelu", "notebook", "deno", "jupyter"],
    main: manifest.exports["."].node,
    sideEffects: false,
    engines: { deno: ">=2.9", node: ">=20.16" },
    bin: { actbook: "./bin.js" },
    dependencies: everywhere,
    // Some ask for a newer Node than those who never start the command have: npm may leave them out.
    optionalDependencies: inDeno,
  };
  await Deno.writeTextFile(`${folder}/package.json`, `${JSON.stringify(finished, null, 2)}\n`);
}

/** The program behind `actbook`. */
function command({ name, version }: Manifest): string {
  return `#!/usr/bin/env node
if ("Deno" in globalThis) {
  const { main } = await import("./bundle/cli.js");
  Deno.exitCode = await main(Deno.args);
} else {
  console.error(\`actbook: cannot run notebooks under Node, as they are run by Deno. Install it once:
    npm install --global deno
and then write, with the command after it:
    deno run -A npm:${name}@${version} \${process.argv.slice(2).join(" ") || "--help"}\`);
  process.exitCode = 1;
}
`;
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await Deno.readTextFile(`${folder}/package.json`));
}

async function run(command: string, ...args: string[]): Promise<void> {
  const program = command === "deno" ? Deno.execPath() : command;
  const { code, stderr } = await new Deno.Command(program, { args, cwd: root }).output();
  if (code === 0) return;
  throw new Error(
    `Cannot pack as ${command} ${args[0]} failed: ${new TextDecoder().decode(stderr)}`,
  );
}

if (import.meta.main) {
  const [folder = `${root}tmp/package`] = Deno.args;
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await pack(folder);
  console.log(`The package is in ${folder}: npm publish ${folder}`);
}
