import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { chart, curves, derivation, formula, markdown, sliderChart, table } from "@actbook/actbook";
import { displaySymbol, translations } from "@actbook/actbook/display";

const texts = {
  "the error": "误差",
  "one and two": "一和二",
  "first": "第一",
  "second": "第二",
  "a title": "标题",
  "question": "问题",
  "answers": "答案",
  "fixed": "固定",
  "multiplied out, $k = 2$": "展开，$k = 2$",
  "whatever": "任意",
  "round {{n}}": "第 {{n}} 轮",
  "round {{n}} of {{all}}": "共 {{all}} 轮，第 {{n}} 轮",
  ": at most ": "：不超过 ",
  "{{title}}: line chart of {{names…}} over {{x}} from {{low}} to {{high}}":
    "{{title}}：{{names…}} 的折线图，{{x}} 从 {{low}} 到 {{high}}",
  "{{n}} of {{all}} step checked at {{count}} points of {{domain}}":
    "{{all}} 步中有 {{n}} 步在 {{domain}} 的 {{count}} 个点上检验过",
};

/** Does something in another language, and goes back. */
async function inChinese<T>(work: () => T | Promise<T>): Promise<T> {
  translations.use(texts);
  try {
    return await work();
  } finally {
    translations.use(null);
  }
}

Deno.test("a text is looked up as a whole, by its pattern, line by line, or stays", async () => {
  const given = ["first", "round 7", "round 7 of 9", "first\nround 2", " second ", "the first", ""];
  const found = await inChinese(() => given.map(translations.of));
  assertEquals(found, [
    "第一",
    "第 7 轮",
    "共 9 轮，第 7 轮",
    "第一\n第 2 轮",
    " 第二 ",
    "the first",
    "",
  ]);
  assertEquals(given.map(translations.of), given);
});

Deno.test("titles, names and words of a chart are translated, fields are not", async () => {
  const drawn = curves([
    { title: "first", f: (x) => x, group: "round 1" },
    { title: "second", f: (x) => -x, group: "round 2", dashed: true },
  ], { domain: [0, 1], title: "a title", y: "the error", count: 2 });
  const { "application/vnd.vegalite.v5+json": spec, "text/plain": alt, "image/svg+xml": svg } =
    await inChinese(() => drawn.bundle());
  const text = JSON.stringify(spec);
  assertStringIncludes(`${alt}`, "标题：第一、第二的折线图，x 从 0 到 1");
  for (const word of ["标题", "误差", "第一", "第二", "第 1 轮"]) {
    assertStringIncludes(text, word);
    assertStringIncludes(`${svg}`, word);
  }
  assertFalse(/"(?:first|second|round 1|a title|the error)"/.test(text));
  assertStringIncludes(text, '"field":"series"');
  assertStringIncludes(JSON.stringify(drawn.spec), '"first"');
});

Deno.test("an axis without a title has the name of its field for one, unless a layer has another", async () => {
  const data = { values: [{ question: 1, answers: 2 }] };
  const x = { field: "question", type: "quantitative" } as const;
  const y = { field: "answers", type: "quantitative" } as const;
  const plain = chart({ data, mark: "point", encoding: { x, y } });
  const named = { mark: "point", encoding: { x: { ...x, title: "the error" }, y } } as const;
  const layered = chart({ data, layer: [named, { mark: "line", encoding: { x, y } }] });
  const [alone, several] = await inChinese(() => Promise.all([plain.svg(), layered.svg()]));
  for (const word of ["问题", "答案"]) assertStringIncludes(alone, `>${word}<`);
  assertStringIncludes(several, ">误差<");
});

Deno.test("names in the expressions of a slider chart stay those of its data", async () => {
  const moving = { title: "first", expression: "a * x" };
  const still = { title: "fixed", f: (x: number) => x };
  const sliders = [{ name: "a", title: "second", min: 0, max: 1, value: 0.5 }];
  const drawn = sliderChart([moving, still], { sliders, reference: "fixed", domain: [0, 1] });
  const spec = JSON.stringify(
    (await inChinese(() => drawn.bundle()))["application/vnd.vegalite.v5+json"],
  );
  assertStringIncludes(spec, String.raw`[\"第一\",\"固定\"][toNumber(slice(datum.field, 1))]`);
  assertStringIncludes(spec, String.raw`datum.series + \"：不超过 \"`);
  assertStringIncludes(spec, '"name":"第二 "');
});

Deno.test("heads, texts and captions of a table are translated, its rows stay", async () => {
  const rows = [{ question: "first", n: 1 }, { question: "round 2", n: 2 }];
  const shown = table(rows, { caption: "answers", sort: "-question" });
  const text = await inChinese(() => shown.toString());
  assertEquals(text.split("\n").map((line) => line.trimEnd()), [
    "答案",
    "问题     n",
    "-------  -",
    "第 2 轮  2",
    "第一     1",
  ]);
  assertEquals(shown.rows, rows);
});

Deno.test("what is short in Chinese is not broken in a table, and a long head is", async () => {
  const html = await inChinese(() => table([{ question: "first", "一二三四五六七": 1 }]).html());
  assertStringIncludes(html, ';white-space:nowrap">问题</th>');
  assertStringIncludes(html, ';white-space:nowrap">第一</th>');
  assertStringIncludes(html, ';min-width:4.5em">一二三四五六七</th>');
  assertFalse(/nowrap|min-width/.test(table([{ question: "first" }]).html()));
});

Deno.test("reasons, the note of a derivation, and words in a formula are translated", async () => {
  const f = (x: number) => 2 * x;
  const step = { tex: "2x", because: "multiplied out, $k = 2$", f };
  const shown = await inChinese(() => derivation([{ tex: "kx", f }, step]));
  assertStringIncludes(shown.tex, String.raw`\text{展开，}k = 2`);
  const note = "1 步中有 1 步在 [-3, 3] 的 40 个点上检验过";
  assertEquals((await shown.parts![1][displaySymbol]())["text/plain"], `*${note}*`);
  assertStringIncludes(`${shown.bundle()["text/plain"]}`, `(${note})`);
  const words = await inChinese(() => formula(String.raw`x\text{ whatever }y`).bundle());
  assertEquals(words["text/plain"], String.raw`x\text{ 任意 }y`);
  const said = await inChinese(() => markdown("first")[displaySymbol]());
  assertEquals(said, { "text/markdown": "第一", "text/plain": "第一" });
});
