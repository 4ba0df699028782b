import { assertEquals } from "@std/assert";
import { formula } from "../../../src/display/texts/formula.ts";
import { markdown } from "../../../src/display/texts/markdown.ts";

Deno.test("formula() is LaTeX, Markdown and its source", () => {
  assertEquals(formula("x^2").bundle(), {
    "text/latex": "$$x^2$$",
    "text/markdown": "$$x^2$$",
    "text/plain": "x^2",
  });
});

Deno.test("formula() has no empty line in Markdown, where it would end the formula", () => {
  assertEquals(formula("a\n\n  \nb").bundle()["text/markdown"], "$$a\nb$$");
});

Deno.test("markdown() is shown as written", async () => {
  const shown = await markdown("## *x*")[Symbol.for("Jupyter.display") as never] as unknown;
  assertEquals((shown as () => unknown)(), { "text/markdown": "## *x*", "text/plain": "## *x*" });
});
