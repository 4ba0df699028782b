import { assertArrayIncludes, assertEquals } from "@std/assert";
import { spellCheckDocument } from "cspell-lib";
import { codeTexts, markdownTexts, withoutNotation } from "./_prose.ts";

const list = await Deno.readTextFile(new URL("words.txt", import.meta.url));
const words = list.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

/** The words that British English does not know. */
async function misspelt(text: string, known: readonly string[]): Promise<string[]> {
  const { issues, errors } = await spellCheckDocument(
    { uri: "prose.txt", text: withoutNotation(text), languageId: "plaintext" },
    { generateSuggestions: false, noConfigSearch: true },
    { language: "en-GB", words: [...known] },
  );
  assertEquals(errors, undefined);
  return issues.map((issue) => issue.text);
}

const [markdown, code] = [await markdownTexts(), await codeTexts()];

for (const { path, text } of markdown) {
  Deno.test(`the prose of ${path} is spelt right`, async () => {
    assertEquals(await misspelt(text, words), []);
  });
}

for (const { path, text } of code) {
  Deno.test(`the titles, reasons and comments in ${path} are spelt right`, async () => {
    assertEquals(await misspelt(text, words), []);
  });
}

Deno.test("the spelling check sees misspelt and American words, and not formulas", async () => {
  const text = "A functon with $recieve$ and `behavoir` [color](neighbor.md) on GELU's left";
  assertEquals(await misspelt(text, words), ["functon", "color"]);
});

Deno.test("no word is on the list for nothing", async () => {
  const unknown = await misspelt([...markdown, ...code].map(({ text }) => text).join("\n"), []);
  const said = unknown.map((word) => word.toLowerCase().replace(/['’]s$/, ""));
  assertArrayIncludes(said, words.map((word) => word.toLowerCase()));
});
