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

Deno.test("the root and every door only re-export", async () => {
  const doors: string[] = [];
  const programs = ["src/cli/mod.ts", "src/kernel/mod.ts"]; // they can be started too
  for await (const path of walk("src", "mod.ts")) {
    if (path.split("/").length === 3 && !programs.includes(path)) doors.push(path);
  }
  for (const path of ["mod.ts", ...doors]) {
    const source = await Deno.readTextFile(path);
    const code = source.replace(/\/\*[^]*?\*\//g, "").split(/;\s*/).map((line) => line.trim());
    assertEquals(
      code.filter((line) => line !== "" && !/^export [^=]* from "/.test(line)),
      [],
      path,
    );
  }
});
