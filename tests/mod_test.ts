import { assert, assertEquals } from "@std/assert";
import { walk } from "./_walk.ts";

const mod = new URL("../mod.ts", import.meta.url).href;

Deno.test("importing the module loads no package and no charting library", async () => {
  // Without a configuration no bare specifier resolves, so any that is loaded at once fails.
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-config", "--no-lock", "--no-check", `data:text/javascript,import "${mod}"`],
    env: { NO_COLOR: "1" },
  }).output();
  assert(success, new TextDecoder().decode(stderr));
});

Deno.test("mod.ts only re-exports", async () => {
  const source = await Deno.readTextFile(new URL(mod));
  const code = source.replace(/\/\*[^]*?\*\//g, "").split(/;\s*/).map((line) => line.trim());
  assertEquals(code.filter((line) => line !== "" && !/^export [^=]* from "/.test(line)), []);
});

Deno.test("every public module of the mathematics and the display is in mod.ts", async () => {
  const lists = ["src/activations/all.ts", "src/activations/vector/all.ts"];
  const sources = [mod, ...lists.map((path) => new URL(`../${path}`, import.meta.url).href)];
  const source = (await Promise.all(sources.map((url) => Deno.readTextFile(new URL(url))))).join();
  const missing: string[] = [];
  for await (const path of walk("src", ".ts")) {
    const [, folder] = path.split("/");
    const name = path.split("/").at(-1)!;
    if (["notebook", "site", "cli"].includes(folder) || name.startsWith("_")) continue;
    if (lists.includes(path)) continue;
    if (!source.includes(`"./${path}"`) && !source.includes(`"./${name}"`)) missing.push(path);
  }
  assertEquals(missing, []);
});
