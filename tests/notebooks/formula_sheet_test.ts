import { assertEquals } from "@std/assert";
import { withFormulaSheet } from "./formula_sheet.ts";

Deno.test("the formula sheet of the notebooks is what is computed (formula_sheet.ts writes it)", async () => {
  const readme = await Deno.readTextFile(new URL("../../notebooks/README.md", import.meta.url));
  assertEquals(withFormulaSheet(readme), readme);
});
