import { assert, assertEquals } from "@std/assert";
import { dirname, join } from "node:path";
import { walk } from "./_walk.ts";

const guide = await Deno.readTextFile("src/README.md");

const exists = (path: string) => Deno.stat(path).then(() => true, () => false);

Deno.test("the guide to the house names every room of it", async () => {
  const rooms = (await Array.fromAsync(Deno.readDir("src")))
    .filter(({ isDirectory }) => isDirectory).map(({ name }) => name);
  const named = [...guide.matchAll(/^\| \[(\w+)\]/gm)].map(([, room]) => room);
  assertEquals(named.sort(), rooms.sort());
});

Deno.test("the guide to the house names files that are there", async () => {
  const links = [...guide.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => join("src", link));
  const named = [...guide.matchAll(/`((?:[\w.-]+\/)+[\w.-]*|\w+\.ts)`/g)].map(([, path]) => path)
    .filter((path) => !path.includes("its_name") && !path.startsWith("@"));
  assert(named.length > 40, `${named.length} names were found`);
  for (const path of [...links, ...named]) {
    const places = [path, join("src", path), join(dirname("src/display/charts/x"), path)];
    const found = await Promise.all([...places, join("src/export/flavours", path)].map(exists));
    assert(found.includes(true), `the guide names ${path}`);
  }
});

Deno.test("no test changes the process that it shares with others", async () => {
  const change = /^\s*Deno\.(env\.(set|delete)|chdir)\(/m;
  for await (const path of walk("tests", "_test.ts")) {
    assert(!change.test(await Deno.readTextFile(path)), `${path} changes its process`);
  }
});

Deno.test("where people's data are drawn, no list becomes arguments, for which the stack has little room", async () => {
  const spread = /Math\.(?:min|max|hypot)\((?:[^()]|\([^()]*\))*?\.\.\./;
  for await (const path of walk("src/display", ".ts")) {
    const text = await Deno.readTextFile(path);
    assert(!spread.test(text.replace(/^ \*.*$/gm, "")), `${path} spreads a list in a call of Math`);
  }
});
