import { assert, assertEquals } from "@std/assert";
import { walk } from "./_walk.ts";

/** From a file to those it imports, be it only types. */
type Imports = ReadonlyMap<string, readonly string[]>;

interface Dependency {
  readonly code?: { readonly specifier?: string };
  readonly type?: { readonly specifier?: string };
}

interface Info {
  readonly modules: readonly {
    readonly specifier: string;
    readonly dependencies?: readonly Dependency[];
  }[];
}

/** What the files below a folder import, as Deno itself sees it. */
async function importsBelow(folder: string): Promise<Imports> {
  const files = await Array.fromAsync(walk(folder, ".ts"));
  const all = files.map((file) => `import "${new URL(`../${file}`, import.meta.url)}";`).join("\n");
  const root = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    await Deno.writeTextFile(root, all);
    const { stdout, success } = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", "--no-lock", root],
      stderr: "inherit",
    }).output();
    assert(success);
    const { modules }: Info = JSON.parse(new TextDecoder().decode(stdout));
    return new Map(modules.map(({ specifier, dependencies = [] }) => [
      specifier,
      dependencies.flatMap(({ code, type }) => [code?.specifier, type?.specifier])
        .filter((target) => target !== undefined),
    ]));
  } finally {
    await Deno.remove(root);
  }
}

/** One circle through each file that lies on one: the files on the way, back to the first. */
function circles(imports: Imports): string[][] {
  const done = new Set<string>();
  const way: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    const start = way.indexOf(file);
    if (start >= 0) found.push([...way.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    way.push(file);
    imports.get(file)?.forEach(visit);
    way.pop();
    done.add(file);
  };
  [...imports.keys()].forEach(visit);
  return found;
}

Deno.test("no file of src/ imports itself by way of others, types included", async () => {
  const imports = await importsBelow("src");
  const own = [...imports.keys()].filter((file) => file.includes("/src/"));
  assert(own.length > 300, `only ${own.length} files were seen`);
  assertEquals(circles(imports), []);
});

Deno.test("the circle test finds circles of any length, once each", () => {
  const imports = (entries: Record<string, string[]>) => new Map(Object.entries(entries));
  assertEquals(circles(imports({ a: ["b", "c"], b: ["c"], c: [] })), []);
  assertEquals(circles(imports({ a: ["b"], b: ["a"] })), [["a", "b", "a"]]);
  assertEquals(circles(imports({ x: ["a"], a: ["b"], b: ["c"], c: ["a", "x2"] })), [
    ["a", "b", "c", "a"],
  ]);
  assertEquals(circles(imports({ a: ["a"] })), [["a", "a"]]);
});
