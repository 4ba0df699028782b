import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { activations, card, defineActivation, leakyRelu, relu } from "@actbook/actbook";

async function markdownOf(activation: typeof relu): Promise<string> {
  return `${(await card(activation).bundle())["text/markdown"]}`;
}

Deno.test("every activation has a card with its formula, its derivative and a picture", async () => {
  for (const activation of Object.values(activations)) {
    const text = await markdownOf(activation);
    assertStringIncludes(text, activation.tex);
    assertStringIncludes(text, activation.derivative.tex);
    assertStringIncludes(text, '<img src="data:image/svg+xml;base64,');
    assertEquals(activation.card[Symbol.for("Jupyter.display") as never] !== undefined, true);
  }
});

Deno.test("a card says so where the derivative is numerical", async () => {
  const mine = defineActivation({ id: "mine", f: (x) => x * x });
  assertStringIncludes(await markdownOf(mine), "numerical");
  assert(!(await markdownOf(relu)).includes("numerical"));
});

Deno.test("a card promises accuracy of the catalogue's functions only", async () => {
  const mine = defineActivation({ id: "relu", f: (x) => Math.max(0, x), kinks: [0] });
  assertStringIncludes(await markdownOf(relu), "within 0.6, 1.1, 2 ulp");
  assertStringIncludes(await markdownOf(leakyRelu.with({ negativeSlope: 0.3 })), "ulp");
  assert(!(await markdownOf(mine)).includes("ulp"));
});

Deno.test("a card shows hostile names and links as text", async () => {
  const mine = defineActivation({
    id: "mine",
    title: "<img src=x onerror=alert(1)>",
    f: (x) => x,
    sources: [{ who: "</script>", year: 2026, title: "*t*", url: "javascript:alert(1)" }],
  });
  const text = await markdownOf(mine);
  assert(!text.includes("<img src=x") && !text.includes("</script>"));
  assert(!text.includes("javascript:"));
});
