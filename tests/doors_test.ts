import { assertEquals, assertGreaterOrEqual, assertLessOrEqual } from "@std/assert";
import { walk } from "./_walk.ts";

const root = new URL("../", import.meta.url);
const { exports } = JSON.parse(await Deno.readTextFile(new URL("deno.json", root))) as {
  exports: Readonly<Record<string, string>>;
};

/** Rooms that may do without a door, and why. */
const doorless: Readonly<Record<string, string>> = {
  kernel: "started by Jupyter, not imported",
  options: "checks for the other rooms",
  session: "runs cells for check and for the kernel",
  site: "a package of its own",
  wire: "the frames and messages of Jupyter, for notebook and kernel",
};

/**
 * Parts of a whole, of which the door shows the whole: the command's, the kernel's, those of a session,
 * most of which run in its child, flavours and languages, which stand in a list.
 */
const parts = [
  "src/approximation/code/languages/",
  "src/cli/",
  "src/export/flavours/",
  "src/kernel/",
  "src/session/",
];

/** The folders of src/: whether each has a `mod.ts`. */
async function rooms(): Promise<{ room: string; open: boolean }[]> {
  const entries = await Array.fromAsync(Deno.readDir(new URL("src/", root)));
  const found = entries.filter(({ isDirectory }) => isDirectory).map(async ({ name }) => {
    const files = await Array.fromAsync(Deno.readDir(new URL(`src/${name}/`, root)));
    return { room: name, open: files.some((file) => file.name === "mod.ts") };
  });
  return await Promise.all(found);
}

/** What `deno doc` finds behind each entry point, by its path; types included. */
async function namesBehindDoors(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", ...Object.values(exports)],
    cwd: root,
  }).output();
  const { nodes } = JSON.parse(new TextDecoder().decode(stdout)) as {
    nodes: Record<string, { symbols: { name: string }[] }>;
  };
  const found = Object.entries(exports).map(([, path]) => {
    const { symbols } = nodes[new URL(path, root).href];
    return [path, new Set(symbols.map(({ name }) => name))] as const;
  });
  return new Map(found);
}

const behind = await namesBehindDoors();

const declaration =
  /(\/\*\*(?:(?!\*\/)[^])*\*\/\n)?^export (?:declare )?(?:async )?(?:abstract )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;

/** The names a file exports, without those marked `@internal`. */
function exportedNames(source: string): string[] {
  return [...source.matchAll(declaration)]
    .filter(([, doc]) => !doc?.includes("@internal"))
    .map(([, , name]) => name);
}

Deno.test("every room has a door", async () => {
  const all = await rooms();
  const shut = all.filter(({ room, open }) => !open && !(room in doorless));
  assertEquals(shut.map(({ room }) => room), []);
  const expected = all.filter(({ open }) => open)
    .map(({ room }) => [`./${room}`, `./src/${room}/mod.ts`]);
  const doors = Object.entries(exports).filter(([door]) => door !== ".");
  assertEquals(doors.sort(), expected.sort());
});

Deno.test("the root has what a notebook needs: some 150 names", () => {
  const { size } = behind.get("./mod.ts")!;
  assertLessOrEqual(size, 165, "leave it behind the door of its room, or take another name out");
  assertGreaterOrEqual(size, 140);
});

Deno.test("what the root has is behind the door of a room too", () => {
  const [names, ...doors] = behind.values();
  const rest = new Set(doors.flatMap((door) => [...door]));
  assertEquals([...names].filter((name) => !rest.has(name)), []);
});

Deno.test("a name in a file without an underscore is behind its room's door, or says it is internal", async () => {
  const missing: string[] = [];
  for await (const path of walk("src", ".ts")) {
    const door = behind.get(`./src/${path.split("/")[1]}/mod.ts`);
    if (!door || parts.some((part) => path.startsWith(part))) continue;
    if (path.split("/").some((name) => name.startsWith("_"))) continue;
    const names = exportedNames(await Deno.readTextFile(new URL(path, root)));
    missing.push(...names.filter((name) => !door.has(name)).map((name) => `${path}: ${name}`));
  }
  assertEquals(missing, []);
});

Deno.test("the search for exported names finds every kind, and leaves out what is internal", () => {
  const source = [
    "/** Public. */\nexport function one() {}",
    "export async function two() {}",
    "export const three: number = 3;",
    "/** Words.\n * @internal\n */\nexport interface Hidden {}",
    "/** Public again. */\nexport type Four = 4;",
    "export function* five() {}",
    "export class Six {}",
  ].join("\n\n");
  assertEquals(exportedNames(source), ["one", "two", "three", "Four", "five", "Six"]);
});
