import { assert, assertEquals } from "@std/assert";
import { checkNotebook, runNotebook, verifyNotebook } from "../../src/notebook/mod.ts";
import { fixtureFiles } from "../fixtures/notebooks.ts";
import { kernels, timeout } from "./_run.ts";

const files = fixtureFiles();
const notebooks = [...files.keys()].filter((name) => name.endsWith(".ipynb"));

Deno.test("the fixtures are what their generator makes", async () => {
  const folder = new URL("../fixtures/notebooks/", import.meta.url);
  const found = new Map<string, string>();
  for await (const { name } of Deno.readDir(folder)) {
    found.set(name, await Deno.readTextFile(new URL(encodeURIComponent(name), folder)));
  }
  assertEquals([...found.keys()].sort(), [...files.keys()].sort());
  for (const [name, text] of files) assert(found.get(name) === text, `${name} was edited by hand`);
  assert(notebooks.length >= 12);
});

const folder = await Deno.makeTempDir({ prefix: "actbook-test-" });
addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));

for (const kernel of kernels) {
  for (const name of notebooks) {
    Deno.test(`${kernel}: ${name} runs twice to the same bytes, and verifies`, async () => {
      for (const [file, text] of files) await Deno.writeTextFile(`${folder}/${file}`, text);
      const path = `${folder}/${name}`;
      const once = await runNotebook(path, { timeout, kernel });
      assertEquals([once.failures, once.conflict], [[], false]);
      const twice = await runNotebook(path, { timeout, kernel });
      assert(once.text === twice.text, "the second run gave other bytes");
      const { differences } = await verifyNotebook(path, { timeout, kernel });
      assertEquals(differences, []);
    });
  }
}

for (const name of notebooks) {
  Deno.test(`${name} checks`, async () => {
    for (const [file, text] of files) await Deno.writeTextFile(`${folder}/${file}`, text);
    assertEquals((await checkNotebook(`${folder}/${name}`)).problems, []);
  });
}
