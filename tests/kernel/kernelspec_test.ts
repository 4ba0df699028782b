import { assertEquals, assertThrows } from "@std/assert";
import { installKernel, removeKernel } from "../../src/kernel/mod.ts";
import { LOGO } from "../../src/kernel/logo.ts";
import { actbook } from "../cli/_actbook.ts";
import { logoFile } from "./generate_logo.ts";

/** Runs `use` with a folder that is nobody's. */
async function withFolder(use: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "actbook-data-" });
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("the kernel is installed with what front ends need to know", async () => {
  await withFolder((prefix) => {
    const { folder, spec } = installKernel({ name: "actbook", version: "1.2.3", prefix });
    const kernels = `${prefix}/share/jupyter/kernels`;
    assertEquals(folder, `${kernels}/actbook`);
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
    const anew = { name: "actbook", version: "1.2.4", displayName: "Mine", prefix };
    assertEquals(installKernel(anew).spec.display_name, "Mine");
    assertEquals([...Deno.readDirSync(kernels)].length, 1);
    assertEquals(removeKernel("actbook", prefix), folder);
    assertEquals([...Deno.readDirSync(kernels)], []);
  });
});

Deno.test("the kernel is installed for the user, listed and removed", async () => {
  await withFolder(async (data) => {
    const kernel = async (...args: string[]) =>
      (await actbook(["kernel", ...args], { JUPYTER_DATA_DIR: data })).out;
    const listed = async () =>
      (await kernel("list")).split("\n").filter((line) => line.includes(data));
    const folder = `${data}/kernels/mine`;
    await kernel("install", "--name", "mine", "--user");
    assertEquals(await listed(), [`mine\tTypeScript (Actbook)\t${folder}`]);
    assertEquals(await kernel("remove", "--name", "mine"), `Removed ${folder}\n`);
    assertEquals(await listed(), []);
  });
});

Deno.test("a kernel with permissions passes them on", async () => {
  await withFolder((prefix) => {
    const permissions = ["--allow-read=.", "--allow-net"];
    const { spec } = installKernel({ name: "read", version: "1", prefix, permissions });
    assertEquals(spec.argv.slice(-3), ["{connection_file}", ...permissions]);
    assertEquals(spec.display_name, "TypeScript (Actbook, restricted)");
  });
});

Deno.test("kernels of others are left alone, names that lead elsewhere refused", async () => {
  await withFolder((prefix) => {
    const deno = `${prefix}/share/jupyter/kernels/deno`;
    Deno.mkdirSync(deno, { recursive: true });
    Deno.writeTextFileSync(`${deno}/kernel.json`, '{ "display_name": "Deno" }');
    const install = (name: string) => () => installKernel({ name, version: "1", prefix });
    assertThrows(install("deno"), Error, "the kernel deno there is not Actbook's");
    assertThrows(() => removeKernel("deno", prefix), Error, "not Actbook's");
    assertThrows(() => removeKernel("gone", prefix), Error, "there is none in");
    assertThrows(install("../x"), TypeError, "current value is ../x");
    assertEquals([...Deno.readDirSync(deno)].length, 1);
  });
});

Deno.test("the picture as PNG is made from that as SVG", async () => {
  const file = await Deno.readTextFile(new URL("../../src/kernel/_logo_png.ts", import.meta.url));
  const base64 = (text: string) => text.match(/"[\w+/=]+"/g)!.join("").replaceAll('"', "");
  assertEquals(base64(file), base64(await logoFile()));
});
