/**
 * The scripts that run in the reader's browser, bundled by `deno bundle`.
 *
 * @module
 */

const browser = new URL("browser/", import.meta.url).pathname;
const src = new URL("../", import.meta.url).pathname;

/** What the scripts of a page load, each when it is needed. */
const pages = ["pages", "live", "explore", "notebook", "code"];

/** Packages that Actbook draws with; it asks for them by name when it first draws. */
const drawing = ["vega", "vega-lite"];

/**
 * Bundles the scripts.
 *
 * @param to where the bundles are put
 * @throws Error if one cannot be bundled
 */
export async function bundleBrowser(to: string): Promise<void> {
  const specifiers = await specifiersOfSrc();
  await bundle(pages.map((name) => `${browser}${name}.ts`), ["--code-splitting", `--outdir=${to}`]);
  const external = specifiers.map((specifier) => `--external=${specifier}`);
  const worker = `${to}/worker.js`;
  // Functions keep their names, which tables and charts of theirs bear.
  await bundle([`${browser}worker.ts`], [...external, "--keep-names", `--output=${worker}`]);
  await bundle([`${src}comparison/_certify_worker.ts`], [
    ...external,
    `--output=${to}/_certify_worker.js`,
  ]);
  let text = (await Deno.readTextFile(worker))
    .replaceAll("./_certify_worker.ts", "./_certify_worker.js");
  for (const name of drawing) {
    const specifier = specifiers.find((each) => each.startsWith(`npm:${name}@`))!;
    const entry = await Deno.makeTempFile({ suffix: ".ts" });
    try {
      await Deno.writeTextFile(entry, `export * from "${specifier}";\n`);
      await bundle([entry], [`--output=${to}/${name}.js`]);
    } finally {
      await Deno.remove(entry);
    }
    text = text.replaceAll(`"${specifier}"`, `"./${name}.js"`);
  }
  await Deno.writeTextFile(worker, text);
}

/** The packages that the rooms name, and load only when they need them. */
async function specifiersOfSrc(folder = src): Promise<string[]> {
  const found = new Set<string>();
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) {
      if (name === "site") continue;
      for (const each of await specifiersOfSrc(`${folder}${name}/`)) found.add(each);
    } else if (name.endsWith(".ts")) {
      const text = await Deno.readTextFile(`${folder}${name}`);
      for (const [, each] of text.matchAll(/"(npm:@?[^@"]+@[^"]+)"/g)) found.add(each);
    }
  }
  return [...found];
}

async function bundle(entries: readonly string[], options: readonly string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--quiet",
      `--config=${browser}deno.json`,
      "--no-lock",
      "--platform=browser",
      "--minify",
      ...options,
      ...entries,
    ],
    env: { NO_COLOR: "1" },
  }).output();
  if (success) return;
  throw new Error(`Cannot bundle the scripts: ${new TextDecoder().decode(stderr)}`);
}
