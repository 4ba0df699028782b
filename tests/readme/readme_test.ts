import { assert, assertEquals } from "@std/assert";
import { dirname, join } from "node:path";
import { guides } from "./_guides.ts";
import { file, picture } from "./picture.ts";

const pages = await Promise.all((await guides()).map(async (path) => {
  return { path, text: await Deno.readTextFile(path) };
}));

Deno.test("the README's picture is the one the project draws", async () => {
  assertEquals(await Deno.readTextFile(file), await picture().svg());
});

Deno.test("links of the README and the guides lead to files that exist", async () => {
  for (const { path, text } of pages) {
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link]) => link);
    for (const link of links.filter((link) => !/^https?:/.test(link))) {
      const target = join(dirname(path), link);
      assert(await Deno.stat(target).then(() => true, () => false), `${path} links to ${target}`);
    }
  }
});

Deno.test("the README links to every guide", () => {
  for (const { path } of pages.slice(1)) assert(pages[0].text.includes(`](${path})`), path);
});

Deno.test("commands of the README and the guides are tasks of the project", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile("deno.json"));
  for (const { path, text } of pages) {
    const named = [...text.matchAll(/deno(?:@2\.9\.6)? task ([a-z]+)/g)].map(([, name]) => name);
    assertEquals(named.filter((name) => !(name in tasks)), [], path);
  }
  assert(/deno@2\.9\.6 task notebooks\b/.test(pages[0].text));
  assert(/deno@2\.9\.6 task test\b/.test(pages[0].text));
});
