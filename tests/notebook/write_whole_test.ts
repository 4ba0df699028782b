import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { deniedReason, ensureWritable, writeWhole } from "../../src/notebook/_write_whole.ts";

const folder = await Deno.makeTempDir({ prefix: "actbook-test-" });
addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));

Deno.test("a folder that may not be written to is named, not the file", () => {
  const reason = deniedReason("/some/where/n.ipynb");
  assertStringIncludes(reason, "permission denied in its folder, /some/where:");
  assertEquals(deniedReason(), "permission denied");
});

Deno.test("a file in a folder that may not be written to is refused with that reason", async () => {
  const inner = `${folder}/inner`;
  await Deno.mkdir(inner);
  await Deno.writeTextFile(`${inner}/n.ipynb`, "");
  await Deno.chmod(inner, 0o555);
  try {
    const error = assertThrowsUnlessRoot(() => ensureWritable(`${inner}/n.ipynb`));
    if (error) assertStringIncludes(error.message, `denied in its folder, ${inner}`);
  } finally {
    await Deno.chmod(inner, 0o755);
  }
});

/** Permissions do not hold for root, as whom tests may run. */
function assertThrowsUnlessRoot(f: () => void): Error | undefined {
  if (Deno.uid() !== 0) return assertThrows(f, Error);
  f();
}

Deno.test("a file is written whole, through a link, with its permissions", async () => {
  const path = `${folder}/a.txt`;
  writeWhole(path, "one");
  await Deno.chmod(path, 0o600);
  await Deno.symlink(path, `${folder}/link.txt`);
  writeWhole(`${folder}/link.txt`, "two");
  assertEquals(await Deno.readTextFile(path), "two");
  assertEquals((await Deno.stat(path)).mode! & 0o777, 0o600);
  assert((await Deno.lstat(`${folder}/link.txt`)).isSymlink);
});
