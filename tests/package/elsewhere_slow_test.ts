import { assertEquals } from "@std/assert";
import { relative } from "node:path";
import { deno, drawsIn, elsewhere, repository, warningsIn } from "./_elsewhere.ts";

const module = `${repository}/mod.ts`;
const name = "@actbook/actbook";

Deno.test("by absolute path, from an empty folder", async () => {
  await elsewhere({}, async (folder) => {
    await drawsIn(folder, module);
    assertEquals(await warningsIn(folder, module), "");
  });
});

Deno.test("by relative path, from an empty folder", async () => {
  await elsewhere({}, async (folder) => {
    await drawsIn(folder, relative(folder, module));
  });
});

Deno.test("by file URL, beside an empty deno.json", async () => {
  await elsewhere({ "deno.json": {} }, async (folder) => {
    await drawsIn(folder, new URL("../../mod.ts", import.meta.url).href);
  });
});

Deno.test("by an import map", async () => {
  await elsewhere({ "deno.json": { imports: { [name]: module } } }, async (folder) => {
    await drawsIn(folder, name);
    assertEquals(await warningsIn(folder, name), "");
  });
});

Deno.test("by deno link, without a warning", async () => {
  await elsewhere({}, async (folder) => {
    await deno(folder, "link", repository);
    await drawsIn(folder, name);
    assertEquals(await warningsIn(folder, name), "");
  });
});

Deno.test("beside a package.json, where Deno is told not to look for packages in node_modules", async () => {
  const files = { "package.json": { name: "own" }, "deno.json": { nodeModulesDir: "none" } };
  await elsewhere(files, async (folder) => {
    await drawsIn(folder, module);
    assertEquals(await warningsIn(folder, module), "");
  });
});
