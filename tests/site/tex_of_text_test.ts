import { assert, assertEquals, assertGreater } from "@std/assert";
import { docMarkdown, readDocs } from "../../src/site/docs.ts";
import { isFormula, texOfText } from "../../src/site/formula/tex_of_text.ts";

const root = new URL("../../", import.meta.url).pathname;

Deno.test("mathematics as people type it is written in TeX", () => {
  const cases = [
    ["gelu(x) = x Φ(x)", "\\operatorname{gelu}(x) = x\\,Φ(x)"],
    ["softplus(x) = ln(1 + e^(β x))/β", "\\operatorname{softplus}(x) = \\ln (1 + e^{β\\,x})/β"],
    ["√ln(1 + e⁻ˣ)", "\\sqrt{\\ln (1 + e^{-x})}"],
    ["√(2/π)(x + c x³)", "\\sqrt{2/π}(x + c\\,x^{3})"],
    ["e^xᵢ / Σ e^xⱼ", "e^{x_{i}} / \\sum  e^{x_{j}}"],
    ["αₚ x² − 2⁻¹⁰¹", "α_{p}\\,x^{2} - 2^{-101}"],
  ];
  for (const [text, tex] of cases) assertEquals(texOfText(text), tex);
});

Deno.test("mathematics is told from code", () => {
  for (const text of ["x Φ(x)", "relu(x) = max(0, x)", "e⁻ˣ"]) assert(isFormula(text), text);
  const code = [
    "alpha",
    "relu(x)",
    "{ α: 1 }",
    'names["α"]',
    "f.derivative(x²)",
    "(x) => x²",
    "a = slope",
  ];
  for (const text of code) assert(!isFormula(text), text);
});

Deno.test("in a docstring mathematics is typeset, and code stays code", () => {
  const doc =
    "`f(x) = x²`, `x < y` and a < b, <b>\n\n```ts\nconst a = `x²`;\n```\n\n{@linkcode gelu} is `x Φ(x)`";
  assertEquals(
    docMarkdown(doc, () => "/gelu/"),
    "$f(x) = x^{2}$, `x < y` and a < b, &lt;b>\n\n```ts\nconst a = `x²`;\n```\n\n" +
      "[`gelu`](/gelu/) is $x\\,Φ(x)$",
  );
});

Deno.test("every formula in the docstrings of the functions is written in whole", async () => {
  const docs = await readDocs(root, ["src/activations/all.ts", "src/activations/vector/all.ts"]);
  const all = [...docs.values()].flatMap(({ symbols }) => symbols).flatMap(({ doc }) =>
    [...doc.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text)
  ).filter(isFormula);
  assertGreater(all.length, 40);
  for (const text of all) {
    const tex = texOfText(text);
    assert(!/[⁰¹²³⁴-⁻ᵃ-ᵿₐ-ₜ₀-₉ʰ-ˣ√½¼−·]/.test(tex), `${text}: ${tex}`);
    assertEquals(tex.split("{").length, tex.split("}").length, tex);
  }
});
