import { assertEquals } from "@std/assert";
import { formula } from "../../../src/display/texts/formula.ts";
import { group } from "../../../src/display/texts/group.ts";
import { markdown } from "../../../src/display/texts/markdown.ts";

Deno.test("formula() is LaTeX and its source, and no Markdown, which builders would prefer", () => {
  assertEquals(formula("x^2").bundle(), {
    "text/latex": "$$x^2$$",
    "text/plain": "x^2",
  });
});

Deno.test("formula() in a group has no empty line, where it would end the formula", async () => {
  const { "text/markdown": text } = await group(formula("a\n\n  \nb")).bundle();
  assertEquals(text, "$$a\nb$$");
});

Deno.test("markdown() is shown as written", async () => {
  const shown = await markdown("## *x*")[Symbol.for("Jupyter.display") as never] as unknown;
  assertEquals((shown as () => unknown)(), { "text/markdown": "## *x*", "text/plain": "## *x*" });
});
