import { assertEquals, assertThrows } from "@std/assert";
import { installKernel, listKernels, removeKernel } from "../../src/kernel/mod.ts";
import { LOGO } from "../../src/kernel/logo.ts";
import { logoFile } from "./generate_logo.ts";

/** Runs `use` with a Jupyter data folder that is nobody's. */
async function withDataFolder(use: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "actbook-data-" });
  const before = Deno.env.get("JUPYTER_DATA_DIR");
  Deno.env.set("JUPYTER_DATA_DIR", folder);
  try {
    await use(folder);
  } finally {
    if (before === undefined) Deno.env.delete("JUPYTER_DATA_DIR");
    else Deno.env.set("JUPYTER_DATA_DIR", before);
    await Deno.remove(folder, { recursive: true });
  }
}

const mine = (folder: string) => listKernels().filter((each) => each.folder.startsWith(folder));

Deno.test("the kernel is installed for Jupyter, listed and removed", async () => {
  await withDataFolder((data) => {
    const { folder, spec } = installKernel({ name: "actbook", version: "1.2.3" });
    assertEquals(folder, `${data}/kernels/actbook`);
    assertEquals(JSON.parse(Deno.readTextFileSync(`${folder}/kernel.json`)), spec);
    assertEquals(spec.display_name, "TypeScript (Actbook)");
    assertEquals([spec.language, spec.interrupt_mode, spec.metadata.debugger], [
      "typescript",
      "message",
      true,
    ]);
    assertEquals(spec.argv[0], Deno.execPath());
    assertEquals(spec.argv.at(-1), "{connection_file}");
    assertEquals(Deno.readTextFileSync(`${folder}/logo-svg.svg`), LOGO);
    assertEquals(mine(data).map(({ name }) => name), ["actbook"]);
    installKernel({ name: "actbook", version: "1.2.4", displayName: "Mine" }); // anew
    assertEquals(mine(data)[0].spec.display_name, "Mine");
    assertEquals([...Deno.readDirSync(`${data}/kernels`)].length, 1);
    assertEquals(removeKernel("actbook"), folder);
    assertEquals(mine(data), []);
  });
});

Deno.test("a kernel with permissions passes them on, one with a prefix lies there", async () => {
  await withDataFolder((data) => {
    const permissions = ["--allow-read=.", "--allow-net"];
    const { folder, spec } = installKernel({
      name: "read",
      version: "1",
      prefix: `${data}/venv`,
      permissions,
    });
    assertEquals(folder, `${data}/venv/share/jupyter/kernels/read`);
    assertEquals(spec.argv.slice(-3), ["{connection_file}", ...permissions]);
    assertEquals(spec.display_name, "TypeScript (Actbook, restricted)");
    removeKernel("read", `${data}/venv`);
  });
});

Deno.test("kernels of others are left alone, names that lead elsewhere refused", async () => {
  await withDataFolder((data) => {
    Deno.mkdirSync(`${data}/kernels/deno`, { recursive: true });
    Deno.writeTextFileSync(`${data}/kernels/deno/kernel.json`, '{ "display_name": "Deno" }');
    const install = (name: string) => () => installKernel({ name, version: "1" });
    assertThrows(install("deno"), Error, "the kernel deno there is not Actbook's");
    assertThrows(() => removeKernel("deno"), Error, "not Actbook's");
    assertThrows(() => removeKernel("gone"), Error, "there is none in");
    assertThrows(install("../x"), TypeError, "current value is ../x");
    assertEquals(mine(data), []);
  });
});

Deno.test("the picture as PNG is made from that as SVG", async () => {
  const file = await Deno.readTextFile(new URL("../../src/kernel/_logo_png.ts", import.meta.url));
  const base64 = (text: string) => text.match(/"[\w+/=]+"/g)!.join("").replaceAll('"', "");
  assertEquals(base64(file), base64(await logoFile()));
});
