import { assert, assertEquals } from "@std/assert";
import { findNotebooks, readNotebook } from "@actbook/actbook/notebook";
import { brokenLinks, isInternal, linksIn } from "./_links.ts";
import { markdownTexts } from "./_prose.ts";

Deno.test("links in the prose of the README and the notebooks lead somewhere", async () => {
  const texts = await markdownTexts();
  assert(texts.flatMap(({ text }) => linksIn(text)).filter(isInternal).length >= 10);
  const broken = await Promise.all(texts.map(({ path, text }) => brokenLinks(path, text)));
  assertEquals(broken.flat(), []);
});

Deno.test("links in what the notebooks' cells show lead somewhere", async () => {
  for (const { path } of await findNotebooks(["notebooks"])) {
    for (const { outputs } of (await readNotebook(path)).cells) {
      for (const output of outputs) {
        const data = "data" in output ? output.data : {};
        const shown = [data["text/html"], data["text/markdown"]].flat().join("\n");
        assertEquals(await brokenLinks(path, shown), []);
      }
    }
  }
});

Deno.test("the notebooks link to each other by relative paths", async () => {
  const links = (await markdownTexts()).flatMap(({ text }) => linksIn(text));
  assertEquals(links.filter((link) => /^(?:\/|file:)|^https?:.*\.ipynb/.test(link)), []);
});

Deno.test("the link check sees missing files and headings, in Markdown and HTML", async () => {
  const text = '[a](nowhere.ipynb) [b](../README.md#no-such-part) <a href="gone.md">c</a> ' +
    "[d](../README.md#the-command-line) [e](https://example.org) `[f](code.md)` [g](#nothing)";
  assertEquals(await brokenLinks("notebooks/07-the-family.ipynb", text), [
    "notebooks/07-the-family.ipynb: nowhere.ipynb: no such file",
    "notebooks/07-the-family.ipynb: ../README.md#no-such-part: no such heading",
    "notebooks/07-the-family.ipynb: #nothing: no such heading",
    "notebooks/07-the-family.ipynb: gone.md: no such file",
  ]);
  const [heading] = (await markdownTexts()).filter(({ path }) => path.endsWith("the-family.ipynb"));
  assert(heading.text.includes("\n## A deep random network"));
  const anchor = "[h](#A-deep-random-network)";
  assertEquals(await brokenLinks("notebooks/07-the-family.ipynb", anchor), []);
});
