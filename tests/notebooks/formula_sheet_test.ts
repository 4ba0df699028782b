import { assertEquals } from "@std/assert";
import { pages, withFormulaSheet } from "./formula_sheet.ts";

for (const [page, heads] of Object.entries(pages)) {
  Deno.test(`the formula sheet of ${page} is what is computed (formula_sheet.ts writes it)`, async () => {
    const text = await Deno.readTextFile(new URL(`../../notebooks/${page}`, import.meta.url));
    assertEquals(withFormulaSheet(text, heads), text);
  });
}
