import { assert, assertEquals } from "@std/assert";
import { file, picture } from "./picture.ts";

const readme = await Deno.readTextFile(new URL("../../README.md", import.meta.url));

Deno.test("the README's picture is the one the project draws", async () => {
  assertEquals(await Deno.readTextFile(file), await picture().svg());
});

Deno.test("the README's links lead to files that exist", async () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link]) => link);
  assert(links.length > 0);
  for (const link of links.filter((link) => !/^https?:/.test(link))) {
    await Deno.stat(new URL(link, new URL("../../README.md", import.meta.url)));
  }
});

Deno.test("the README's commands are tasks of the project", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile("deno.json"));
  const named = [...readme.matchAll(/deno(?:@2\.9\.6)? task ([a-z]+)/g)].map(([, name]) => name);
  assert(named.includes("notebooks") && named.includes("test"));
  assertEquals(named.filter((name) => !(name in tasks)), []);
});

Deno.test("the README's code runs", async () => {
  const blocks = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(([, code]) => code);
  assert(blocks.length > 0);
  for (const code of blocks) {
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["eval", "--ext=ts", "--check", code],
      env: { NO_COLOR: "1" },
    }).output();
    assert(success, new TextDecoder().decode(stderr));
  }
});
