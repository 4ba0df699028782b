import { assert, assertEquals, assertMatch } from "@std/assert";
import { flavours } from "../../src/export/mod.ts";
import { lockOf, readRecipe, recipeNames } from "../lab/_recipes.ts";

const read = (path: string) => Deno.readTextFile(new URL(path, import.meta.url));

Deno.test("every recipe names a flavour, is followed by a test or says that none does", async () => {
  const guide = await read("../../src/export/README.md");
  for (const name of await recipeNames()) {
    const { commands, files, untested } = await readRecipe(name);
    const flavour = /^actbook export \S+ --to md --flavour (\w+) --output \S+$/m.exec(commands)
      ?.[1];
    assert(flavour && flavour in flavours, name);
    assert(guide.includes(`(recipes/${name}.md)`), `the guide has no link to ${name}`);
    if (untested) continue;
    assertMatch(await read(`../lab/export_${name}_test.ts`), new RegExp(`testRecipe\\("${name}"`));
    const packages = files.get("package.json");
    if (packages) await lockOf(name, packages);
  }
});

Deno.test("recipes name the versions of Python's packages that the tests install", async () => {
  const installed = (await read("../lab/requirements-builders.txt")).split("\n");
  for (const name of await recipeNames()) {
    const { commands } = await readRecipe(name);
    const wanted = /^pip install --quiet (.*)$/m.exec(commands)?.[1].split(" ") ?? [];
    assertEquals(wanted.filter((each) => !installed.includes(each)), [], name);
  }
});
