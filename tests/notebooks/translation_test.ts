import { assert, assertEquals } from "@std/assert";
import { readNotebook, translateFolder } from "@actbook/actbook/notebook";
import { translations } from "@actbook/actbook/display";
import { translatedSpec } from "../../src/display/drawing/_translated_spec.ts";
import { jsonDifference } from "../../src/notebook/_json_difference.ts";
import { texInLanguage } from "../../src/display/texts/_tex_in_language.ts";
import { brokenLinks } from "./_links.ts";
import { outputsOf } from "./_outputs.ts";
import { withoutNotation } from "./_prose.ts";
import texts from "../../notebooks/zh/texts.json" with { type: "json" };

const folder = "notebooks/zh";
const files = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
const notebooks = files.filter((name) => name.endsWith(".ipynb"));
const prose = await Promise.all(
  files.filter((name) => name.endsWith(".md") && name !== "TRANSLATING.md").map(async (name) => ({
    name,
    text: (await Deno.readTextFile(`${folder}/${name}`)).replace(/<!--[^]*?-->/g, ""),
  })),
);

/** What the cells of a notebook show, with the tag of a cell that differs from run to run. */
const shown = (name: string) =>
  outputsOf(name).filter(({ source, tags }) =>
    !source.includes("./texts.ts") && !tags.includes("skip-verify")
  ).flatMap(({ outputs }) => outputs.map(({ data }) => data));

Deno.test("every notebook and page is in Chinese as it stands (deno task translate says what is not)", async () => {
  const { files, problems } = await translateFolder(folder);
  assert(files >= 11);
  assertEquals(problems, []);
});

for (const name of notebooks) {
  Deno.test(`the charts of zh/${name} are those of the original in Chinese`, () => {
    const vegaLite = "application/vnd.vegalite.v5+json";
    const [original, translation] = [name, `zh/${name}`].map((name) =>
      shown(name).flatMap((data) => vegaLite in data ? [data[vegaLite] as object] : [])
    );
    translations.use(Object.assign({}, ...Object.values(texts)));
    const expected = original.map(translatedSpec);
    translations.use(null);
    assertEquals(jsonDifference(translation.map(anyWidth), expected.map(anyWidth)), []);
  });

  Deno.test(`the tables and texts of zh/${name} are those of the original in Chinese`, () => {
    translations.use(Object.assign({}, ...Object.values(texts)));
    const expected = shown(name).map((data) => partsOf(data).map(translations.of));
    translations.use(null);
    assertEquals(shown(`zh/${name}`).map(partsOf), expected);
  });

  Deno.test(`zh/${name} shows no English but names`, () => {
    const found = shown(`zh/${name}`).flatMap((data) => {
      const code = `${data["text/markdown"] ?? ""}`.startsWith("```");
      const text = data["text/html"] ?? data["text/latex"] ?? data["text/plain"];
      return code ? [] : wordsIn(`${text}`);
    });
    assertEquals([...new Set(found)].filter((word) => !names.has(word.toLowerCase())), []);
  });
}

/** A spec without the room that it takes on a page, which depends on how long its words are. */
function anyWidth(spec: object): unknown {
  const { width: _, params = [], ...rest } = spec as {
    width?: number;
    params?: { expr?: string }[];
  };
  return { ...rest, params: params.filter(({ expr }) => !expr?.includes("containerSize()")) };
}

/** Formulas, code and addresses, which are the same in every language; without words in formulas. */
function notationIn(markdown: string): string[] {
  const formulas = markdown.matchAll(/\$\$([^]*?)\$\$|\$([^$\n]+)\$/g);
  const rest = markdown.matchAll(/`[^`\n]+`|\]\([^)]+\)/g);
  const parts = [...formulas].flatMap(([, block, inline]) =>
    (block ?? inline).split(/\\text\{[^{}]*\}/)
  );
  return [...parts, ...[...rest].map(([part]) => part)]
    .map((part) => part.replace(/\s+/g, " ").trim());
}

/** The texts of a table one by one, the steps of a derivation without reasons, or the text. */
function partsOf(data: Readonly<Record<string, unknown>>): string[] {
  const { "text/html": table, "text/latex": latex, "text/plain": text } = data;
  if (typeof table === "string") {
    const texts = table.split(/<[^>]*>/).filter((part) => part.trim() !== "");
    return texts.map((text) => texInLanguage(unescaped(text)));
  }
  if (typeof latex !== "string") return [`${text}`.replace(/^\*(.*)\*$/, "$1")];
  return latex.split("\n").map((line) => texInLanguage(line.split("&&")[0]));
}

function unescaped(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

/** The words of a text that are not in formulas, tags or addresses. */
function wordsIn(text: string): string[] {
  const plain = text
    .replace(/\\text\{([^{}]*)\}/g, " $1 ")
    .replace(/\\\((?:(?!\\\))[^])*\\\)/g, (tex) => tex.replace(/\\\w+\{\w+\}/g, ""))
    .replace(/\\(?:operatorname|mathrm)\{\w+\}|\\[a-zA-Z]+|<[^>]*>|\{aligned\}|&\w+;/g, " ");
  return plain.match(/[A-Za-z]{3,}/g) ?? [];
}

/** What bears the same name in Chinese: functions, formats, people, what the cells themselves name. */
const names = new Set((
  "gelu relu leaky silu mish softplus sigmoid tanh swish sinh cosh log erf erfc erfcx normalcdf " +
  "gelutanh gelusigmoid geluexp relative exp narrow negativeslope beta dropout hard logistic laplace " +
  "tocher page bowling choudhury byerf byerfc byonepart bytwoparts naivesoftplus naivemish naiveslope float bfloat ulp bert " +
  "cdf recitified linear unit rectified softplue cases begin end infinity"
).split(" "));

for (const name of notebooks) {
  Deno.test(`formulas, code and links of ${name} stand in its translation`, async () => {
    const [original, translation] = await Promise.all(
      [`notebooks/${name}`, `${folder}/${name}`].map(async (path) =>
        (await readNotebook(path)).cells
      ),
    );
    const byId = new Map(translation.map(({ id, source }) => [id, source.replace(/\s+/g, " ")]));
    const missing = original.filter(({ type }) => type === "markdown").flatMap(({ id, source }) =>
      notationIn(source).filter((part) => !byId.get(id)!.includes(part))
        .map((part) => `${id}: ${part}`)
    );
    assertEquals(missing, []);
  });

  Deno.test(`zh/${name} is smaller than a megabyte`, async () => {
    const { size } = await Deno.stat(`${folder}/${name}`);
    assert(size < 1_000_000, `${size} bytes`);
  });
}

for (const { name, text } of prose) {
  Deno.test(`zh/${name} is set as Chinese is: its own punctuation, spaces around Latin letters`, () => {
    const plain = withoutNotation(text.replace(/^ {4}.*$/gm, "")).replace(/\*/g, "");
    const [han, punctuation] = [String.raw`\p{Script=Han}`, String.raw`[,;:!?]`];
    const wrong = [
      ...plain.matchAll(new RegExp(`.{0,8}${han}${punctuation}.{0,8}`, "gu")),
      ...plain.matchAll(new RegExp(`.{0,8}(?:${han}[A-Za-z0-9]|[A-Za-z0-9]${han}).{0,8}`, "gu")),
    ];
    assertEquals(wrong.map(([found]) => found), []);
  });

  Deno.test(`links in zh/${name} lead somewhere`, async () => {
    assertEquals(await brokenLinks(`${folder}/${name}`, text), []);
  });
}
