import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { exporterOf, type ExportOptions } from "../../src/export/mod.ts";
import { display, inFolder, notebook, type TestCell } from "./_notebook.ts";

async function page(
  cells: readonly TestCell[],
  options: Partial<ExportOptions> = {},
): Promise<string> {
  let html = "";
  await inFolder(async (folder) => {
    const path = await notebook(folder, "a.ipynb", cells);
    const exporter = await exporterOf([{ path, below: "a.ipynb" }], {
      to: "html",
      output: folder,
      ...options,
    });
    const { files: [file] } = await exporter.one(path);
    html = await Deno.readTextFile(file);
  });
  return html;
}

const spec = { mark: "point", data: { values: [{ x: "</script>" }] }, config: { ink: "#1f2328" } };
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><path fill="#1f2328"/></svg>';
const chart = display({
  "application/vnd.vegalite.v5+json": spec,
  "image/svg+xml": svg,
  "text/plain": "A point",
});

Deno.test("a page stands alone: nothing in it is fetched", async () => {
  const html = await page([
    { type: "markdown", source: "# One & two\n\n$x^2$\n\n## A\n\n## B\n\n## C" },
    { source: "const x: number = 1", outputs: [chart] },
  ]);
  assertStringIncludes(html, "<title>One &amp; two</title>");
  const visible = html.replace(/<script[^]*?<\/script>/g, "");
  assert(!/\b(?:src|href|srcset)="(?!data:|#)/.test(visible));
  assert(!/url\((?!data:)/.test(visible));
  assertStringIncludes(html, 'class="shiki');
  assertStringIncludes(html, 'class="katex"');
  assertStringIncludes(html, '<a href="#B">B</a>');
  assertStringIncludes(html, '<h2 id="B">');
});

Deno.test("pictures follow the page's light or dark, have words, and a size so that nothing jumps", async () => {
  const html = await page([{ source: "1", outputs: [chart] }]);
  const dark = /media="\(prefers-color-scheme: dark\)" srcset="data:image\/svg\+xml;base64,([^"]+)"/
    .exec(html)?.[1];
  assertStringIncludes(atob(dark!), "#e6e8ea");
  assertStringIncludes(html, 'alt="A point" width="80" height="40"');
});

Deno.test("a chart is data until its button is pressed, and its texts end no script", async () => {
  const html = await page([{ source: "1", outputs: [chart] }]);
  const data = /<script type="application\/json" class="chart">([^]*?)<\/script>/.exec(html)?.[1];
  const [light, dark] = JSON.parse(data!);
  assertEquals(light, spec);
  assertEquals(dark.config.ink, "#e6e8ea");
  const still = await page([{ source: "1", outputs: [chart] }], { live: false });
  assert(!still.includes("<script") && !still.includes("<button"));
});

Deno.test("what people write runs nowhere", async () => {
  const bad = '<img src=x onerror="go()"><script>go()</script><a href="javascript:go()">a</a>' +
    '<p style="background:url(http://x)">b</p>';
  const html = await page([
    { type: "markdown", source: bad },
    { source: "1", outputs: [display({ "text/html": bad })] },
    { type: "raw", source: bad, metadata: { raw_mimetype: "text/html" } },
  ], { live: false });
  assert(!/go\(\)|url\(http/.test(html), html.slice(html.indexOf("<main>")));
});

Deno.test("a template of one's own holds the page; one without a place for it is refused", async () => {
  await inFolder(async (folder) => {
    const template = join(folder, "t.html");
    await Deno.writeTextFile(
      template,
      "<body><h1>{{title}}</h1><style>{{style}}</style>{{content}}",
    );
    const html = await page([{ type: "markdown", source: "# & Hi" }], { template });
    assert(html.startsWith("<body><h1>&amp; Hi</h1>"));
    await Deno.writeTextFile(template, "{{title}}");
    await assertRejects(
      () => page([{ type: "markdown", source: "x" }], { template }),
      TypeError,
      "the template must have {{style}}",
    );
  });
});

Deno.test("an unknown format or flavour is refused by name", async () => {
  const wrong = (options: object) => page([], options as Partial<ExportOptions>);
  await assertRejects(() => wrong({ to: "doc" }), TypeError, "to must be one of md, html");
  await assertRejects(() => wrong({ flavour: "x" }), TypeError, "flavour must be one of github");
});

Deno.test("slides begin where cells say so; notes and what is skipped are not on them", async () => {
  const slide = (slide_type: string, source: string): TestCell => ({
    type: "markdown",
    source,
    metadata: { slideshow: { slide_type } },
  });
  const cells = [
    slide("slide", "one"),
    slide("-", "more"),
    slide("subslide", "below"),
    slide("fragment", "later"),
    slide("notes", "secret"),
    slide("skip", "gone"),
    slide("slide", "two"),
  ];
  await inFolder(async (folder) => {
    const path = await notebook(folder, "a.ipynb", cells);
    const exporter = await exporterOf([{ path, below: "a.ipynb" }], {
      to: "slides",
      output: folder,
    });
    const { files: [file] } = await exporter.one(path);
    const html = await Deno.readTextFile(file);
    const slides = /<div class="slides">([^]*?)<\/div><\/div>/.exec(html)![1];
    assertEquals(
      slides.replace(/\n/g, ""),
      "<section><section><p>one</p><p>more</p></section><section><p>below</p>" +
        '<div class="fragment"><p>later</p></div><aside class="notes"><p>secret</p></aside>' +
        "</section></section><section><p>two</p></section>",
    );
  });
});

Deno.test("a page in another language says so, and says its own words in it", async () => {
  await inFolder(async (folder) => {
    const solution = { source: "1 + 1", tags: ["solution"] };
    const title = { type: "markdown", source: "# 题目\n\n## A\n\n## B\n\n## C" } as const;
    const path = await notebook(folder, "a.ipynb", [title, solution, {
      source: "2",
      outputs: [chart],
    }]);
    const json = JSON.parse(await Deno.readTextFile(path));
    json.metadata.actbook = { language: "zh-CN" };
    await Deno.writeTextFile(path, JSON.stringify(json));
    const notebooks = [{ path, below: "a.ipynb" }];
    const exporter = await exporterOf(notebooks, { to: "html", output: folder });
    const html = await Deno.readTextFile((await exporter.one(path)).files[0]);
    assertStringIncludes(html, '<html lang="zh-CN">');
    for (const word of ["答案", "目录", "让图可以操作"]) assertStringIncludes(html, `>${word}<`);
    const slides = await exporterOf(notebooks, { to: "slides", output: folder });
    const [file] = (await slides.one(path)).files;
    assertStringIncludes(await Deno.readTextFile(file), '<html lang="zh-CN">');
  });
  assertStringIncludes(await page([{ source: "1" }]), '<html lang="en">');
});

Deno.test("wide tables of prose and of outputs in Markdown scroll, with keys too", async () => {
  const text = "| a | b |\n| --- | --- |\n| 1 | 2 |";
  const html = await page([
    { type: "markdown", source: text },
    { source: "1", outputs: [display({ "text/markdown": text, "text/plain": text })] },
  ]);
  const found = html.match(/<div class="[^"]*scroll"[^>]*>(?=\s*<table)/g) ?? [];
  assertEquals(found.length, 2);
  for (const region of found) assert(/tabindex="0"/.test(region) && /aria-label=/.test(region));
});

Deno.test("a solution is one fold, words and code, called by the bold line that it begins with", async () => {
  const solution = { tags: ["solution"] };
  const html = await page([
    { ...solution, type: "markdown", source: "**Solution 1**\n\nTwice two." },
    { ...solution, source: "2 * 2;" },
    { ...solution, source: "assert(true);" },
    { ...solution, type: "markdown", source: "**Solution 2**\n\nThree." },
    { source: "after;" },
    { ...solution, source: "unnamed;" },
    { ...solution, type: "markdown", source: "**<b>{{ name }}** is no name" },
  ]);
  const folds = [...html.matchAll(/<details><summary>(.*?)<\/summary>([^]*?)<\/details>/g)];
  assertEquals(folds.map(([, name]) => name), [
    "Solution 1",
    "Solution 2",
    "Solution",
    "Solution",
  ]);
  assert(["Twice two.", "2 * 2", "assert"].every((text) => plainText(folds[0][2]).includes(text)));
  assert(!folds[0][2].includes("Solution 1") && !folds[1][2].includes("after"));
});

/** What is read of HTML. */
function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, "");
}
