import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { clipGate, designPage, exp2Tail, gelu, timesX } from "@actbook/actbook";
import { displaySymbol } from "@actbook/actbook/display";
import { design, pieceRecipe } from "@actbook/actbook/workbench";

const clip = timesX(clipGate());
const families = [clip, ...[1, 2, 3].map((degree) => exp2Tail({ degree }))];

Deno.test("a design shows as a page with its chart, its front and the code of the best", async () => {
  const found = await design({ target: gelu, format: "bfloat16", families });
  const page = designPage(found, "cuda");
  assertEquals(page.table.rows.length, found.front.length);
  const bundle = await page[displaySymbol]();
  const text = `${bundle["text/plain"]}`;
  assertStringIncludes(text, "What nothing beats in bfloat16, at 65280 inputs");
  assertStringIncludes(text, "__device__ __forceinline__ float kernel(float x)");
  for (const { family } of found.front) assertStringIncludes(text, family.title);
  assert(page.chart.alt.includes("on the front"));
});

Deno.test("the numbers of many pieces are left to the code", async () => {
  const own = [clip, pieceRecipe({ degree: 1, pieces: 6 })];
  const found = await design({ target: gelu, format: "bfloat16", families: own });
  const page = designPage(found);
  assertEquals(page.table.rows.map(({ parameters }) => parameters), [
    "k = 0.27734375",
    "12, in its code",
  ]);
  const { [displaySymbol]: show } = page;
  assertStringIncludes(
    `${(await show.call(page))["text/plain"]}`,
    "In bfloat16 arithmetic: at most",
  );
});

Deno.test("a page of nothing is refused", async () => {
  const found = await design({ target: gelu, format: "float16", families, error: 1e-9 });
  assertEquals(found.front, []);
  assertThrows(() => designPage(found), RangeError, "must be on its front");
});
