import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { findNotebooks, outputPaths } from "../../src/notebook/mod.ts";
import { withNotebooks } from "./_notebooks.ts";

Deno.test("folders are searched to the bottom in order of name, hidden ones are not", async () => {
  await withNotebooks({ b: [], a: [] }, async (folder) => {
    for (const below of ["c/d", ".ipynb_checkpoints", "c/.ipynb_checkpoints", "node_modules"]) {
      await Deno.mkdir(`${folder}/${below}`, { recursive: true });
      await Deno.copyFile(`${folder}/a.ipynb`, `${folder}/${below}/x.ipynb`);
    }
    await Deno.writeTextFile(`${folder}/notes.txt`, "");
    const found = await findNotebooks([folder]);
    assertEquals(found.map(({ below }) => below), ["a.ipynb", "b.ipynb", "c/d/x.ipynb"]);
  });
});

Deno.test("a notebook named twice comes once, in the place of the first", async () => {
  await withNotebooks({ a: [], b: [] }, async (folder) => {
    const found = await findNotebooks([`${folder}/b.ipynb`, folder, `${folder}/./b.ipynb`]);
    assertEquals(found.map(({ path }) => path), [`${folder}/b.ipynb`, `${folder}/a.ipynb`]);
  });
});

Deno.test("translations are left out where asked, unless they or their folder are named", async () => {
  await withNotebooks({ a: [] }, async (folder) => {
    const text = JSON.parse(await Deno.readTextFile(`${folder}/a.ipynb`));
    text.metadata.actbook = { translates: "../a.ipynb" };
    await Deno.mkdir(`${folder}/zh`);
    for (const name of ["a", "b"]) {
      await Deno.writeTextFile(`${folder}/zh/${name}.ipynb`, JSON.stringify(text));
    }
    const found = async (paths: string[], translations?: boolean) =>
      (await findNotebooks(paths, { translations })).map(({ path }) => path.slice(folder.length));
    assertEquals(await found([folder], false), ["/a.ipynb"]);
    assertEquals(await found([folder]), ["/a.ipynb", "/zh/a.ipynb", "/zh/b.ipynb"]);
    assertEquals(await found([`${folder}/zh`], false), ["/zh/a.ipynb", "/zh/b.ipynb"]);
    assertEquals(await found([`${folder}/zh/a.ipynb`, folder], false), ["/zh/a.ipynb", "/a.ipynb"]);
  });
});

Deno.test("an empty folder and a missing path are errors that name them", async () => {
  await withNotebooks({}, async (folder) => {
    const empty = () => findNotebooks([folder]);
    await assertRejects(empty, Deno.errors.NotFound, `Cannot find a notebook in ${folder}`);
    const missing = () => findNotebooks([`${folder}/x.ipynb`]);
    await assertRejects(missing, Deno.errors.NotFound, `Cannot find ${folder}/x.ipynb`);
  });
});

Deno.test("outputPaths() keeps folders, and refuses two notebooks for one file", () => {
  const one = { path: "n/a.ipynb", below: "a.ipynb" };
  const deep = { path: "n/c/a.ipynb", below: "c/a.ipynb" };
  assertEquals(outputPaths([one, deep]), ["n/a.ipynb", "n/c/a.ipynb"]);
  assertEquals(outputPaths([one, deep], "out"), ["out/a.ipynb", "out/c/a.ipynb"]);
  assertEquals(outputPaths([one], "out"), ["out/a.ipynb"]);
  assertEquals(outputPaths([one], "b.ipynb"), ["b.ipynb"]);
  assertThrows(() => outputPaths([one, deep], "b.ipynb"), RangeError, "must be a folder");
  const twin = { path: "m/a.ipynb", below: "a.ipynb" };
  assertThrows(() => outputPaths([one, twin], "out"), RangeError, "two notebooks to out/a.ipynb");
});
