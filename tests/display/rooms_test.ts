import { assertEquals } from "@std/assert";
import { walk } from "../_walk.ts";

/** What each room of src/display may import from, besides itself; the folder itself is "". */
const below: Readonly<Record<string, readonly string[]>> = {
  "": [],
  texts: [""],
  drawing: ["", "texts"],
  charts: ["", "texts", "drawing"],
  tables: ["", "texts"],
  output: ["", "texts"],
};

const root = "src/display";

/** The files of the display that each of them imports, types included. */
async function imports(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const statement = /^(?:import|export)\s[^;"]*?from\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/gm;
  for await (const path of walk(root, ".ts")) {
    if (path === `${root}/mod.ts`) continue; // the door to all of them
    const source = await Deno.readTextFile(path);
    found.set(
      path,
      [...source.matchAll(statement)]
        .map(([, from, late]) => new URL(from ?? late, `file:///${path}`).pathname.slice(1))
        .filter((other) => other.startsWith(`${root}/`)),
    );
  }
  return found;
}

function roomOf(path: string): string {
  return path.slice(root.length + 1).split("/").slice(0, -1).join("/");
}

Deno.test("the rooms of the display import one way only", async () => {
  const wrong: string[] = [];
  for (const [path, others] of await imports()) {
    const [own, allowed] = [roomOf(path), below[roomOf(path)] ?? []];
    for (const other of others) {
      if (roomOf(other) === own || allowed.includes(roomOf(other))) continue;
      wrong.push(`${path} imports ${other}`);
    }
  }
  assertEquals(wrong, []);
});

Deno.test("no file of the display imports itself through others, types included", async () => {
  const graph = await imports();
  const [done, under] = [new Set<string>(), [] as string[]];
  const circles: string[] = [];
  const visit = (path: string) => {
    if (under.includes(path)) {
      circles.push([...under.slice(under.indexOf(path)), path].join(" → "));
      return;
    }
    if (done.has(path)) return;
    under.push(path);
    for (const other of graph.get(path) ?? []) visit(other);
    under.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  assertEquals(circles, []);
  assertEquals([...graph.keys()].filter((path) => graph.get(path)!.length > 0).length > 30, true);
});
