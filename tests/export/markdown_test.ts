import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { exporterOf, type ExportOptions, flavours } from "../../src/export/mod.ts";
import { display, inFolder, notebook, type TestCell } from "./_notebook.ts";

/** The Markdown of a notebook with the given cells, and the names of its pictures. */
async function markdown(
  cells: readonly TestCell[],
  options: Partial<ExportOptions> = {},
): Promise<{ text: string; files: string[] }> {
  let result = { text: "", files: [] as string[] };
  await inFolder(async (folder) => {
    const path = await notebook(folder, "a b.ipynb", cells);
    const output = join(folder, "out");
    const exporter = await exporterOf([{ path, below: "a b.ipynb" }], {
      to: "md",
      output,
      ...options,
    });
    const { files } = await exporter.one(path);
    for (const file of files) assert((await Deno.stat(file)).isFile);
    result = {
      text: await Deno.readTextFile(join(output, "a b.md")),
      files: files.map((file) => file.slice(output.length + 1)),
    };
  });
  return result;
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">' +
  '<rect width="8" height="8" fill="#1f2328"/></svg>';
const foreign = svg.replace("#1f2328", "#123456");

Deno.test("cells become prose, blocks of code and texts", async () => {
  const { text } = await markdown([
    { type: "markdown", source: "# Title\n\nSome *prose*." },
    {
      source: "console.log(1)",
      outputs: [{ output_type: "stream", name: "stdout", text: "1%\r2%\n" }],
    },
  ]);
  assertEquals(
    text,
    "# Title\n\nSome *prose*.\n\n```typescript\nconsole.log(1)\n```\n\n```text\n2%\n```\n",
  );
});

Deno.test("a displayed formula has its dollars on lines of their own, in code it is left alone", async () => {
  const source = "$$x^2$$\n\nand $y$\n\n```\n$$z$$\n```\n\n\\begin{align}a&=b\\end{align}";
  const { text } = await markdown([{ type: "markdown", source }]);
  assertStringIncludes(text, "$$\nx^2\n$$\n");
  assertStringIncludes(text, "and $y$");
  assertStringIncludes(text, "```\n$$z$$\n```");
  assertStringIncludes(text, "$$\n\\begin{align}a&=b\\end{align}\n$$");
});

for (const flavour of Object.keys(flavours)) {
  Deno.test(`${flavour}: a picture is a light and a dark file with alternative text`, async () => {
    const outputs = [display({ "image/svg+xml": svg, "text/plain": 'A "dark"\n[square]' })];
    const { text, files } = await markdown([{ source: "1", outputs }], { flavour });
    const pictures = files.filter((file) => file.endsWith(".svg"));
    assertEquals(pictures.length, 2);
    for (const file of pictures) {
      assertMatch(file, /^assets\/a b(-dark)?-[0-9a-f]{10}\.svg$/);
      assert(text.includes(encodeURI(file)) || text.includes(file), text);
    }
    assertMatch(text, /A &(?:quot|#34);dark&(?:quot|#34); (?:\[square\]|&#91;square&#93;)/);
  });
}

Deno.test("what belongs in a line, alone in an output, leaves the blocks beside it alone", async () => {
  const html = (text: string) => display({ "text/html": text, "text/plain": "x" });
  for (const flavour of Object.keys(flavours)) {
    const { text } = await markdown([
      { type: "markdown", source: "# Title" },
      { source: "1", outputs: [html("<b>bold</b> and <a href='https://a.b/'>a link</a>")] },
      { type: "raw", source: "<i>raw</i>", metadata: { raw_mimetype: "text/html" } },
      { type: "markdown", source: '<a href="a b.ipynb">\n*itself*\n</a>' },
      { type: "markdown", source: "## Next" },
      { source: "2", outputs: [html("<code>c</code>")] },
    ], { flavour });
    const lines = text.split("\n");
    assert(lines.includes("## Next"), `${flavour}: ${text}`);
    assertEquals(lines.filter((line) => /^`{3}\w+/.test(line)).length, 2, `${flavour}: ${text}`);
    assert(!/\S```|```\w* ?.*</.test(text), `${flavour}: ${text}`);
  }
});

Deno.test("code of an unknown language is of none, a raw cell for all is a text", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "unknown.ipynb");
    const cell = (cell_type: string, source: string) => ({
      cell_type,
      source,
      metadata: {},
      ...(cell_type === "code" ? { outputs: [], execution_count: null } : {}),
    });
    const cells = [
      cell("raw", "---\ntitle: for a builder\n---"),
      cell("code", "%matplotlib inline"),
      cell("raw", "words & <tags>"),
    ];
    await Deno.writeTextFile(
      path,
      JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 4 }),
    );
    const output = join(folder, "out");
    const found = [{ path, below: "unknown.ipynb" }];
    for (const to of ["md", "html"] as const) {
      const { files: [file] } = await (await exporterOf(found, { to, output })).one(path);
      const text = await Deno.readTextFile(file);
      assert(!text.includes("for a builder"));
      if (to === "html") assertStringIncludes(text, "words &amp; &lt;tags&gt;");
      else {
        assertEquals(
          text,
          "```text\n%matplotlib inline\n```\n\n```text\nwords & <tags>\n```\n",
        );
      }
    }
  });
});

Deno.test("an output that no page can show is told, unless it is to be left out", async () => {
  await inFolder(async (folder) => {
    const widget = { "application/vnd.jupyter.widget-view+json": { model_id: "x" } };
    const path = await notebook(folder, "a.ipynb", [
      { type: "markdown", source: "words" },
      { source: "1", outputs: [display({ ...widget, "text/plain": "Slider(3)" }), display({})] },
      { source: "2", outputs: [display(widget), display({ "application/geo+json": {}, b: 1 })] },
      { source: "3", outputs: [display(widget)], tags: ["remove-output"] },
    ]);
    const output = join(folder, "out");
    const exporter = await exporterOf([{ path, below: "a.ipynb" }], { to: "html", output });
    assertEquals((await exporter.one(path)).unseen, [
      "an output of cell 3 has only application/vnd.jupyter.widget-view+json",
      "an output of cell 3 has only application/geo+json, b",
    ]);
  });
});

Deno.test("a picture whose colours are not ours is one file", async () => {
  const { files } = await markdown([
    { source: "1", outputs: [display({ "image/svg+xml": foreign, "text/plain": "x" })] },
  ]);
  assertEquals(files.filter((file) => file.endsWith(".svg")).length, 1);
});

Deno.test("attachments and pictures in the text become files", async () => {
  const coded = new Uint8Array([1, 2, 3]).toBase64();
  const { text, files } = await markdown([{
    type: "markdown",
    source: `![one](attachment:a.png) ![two](data:image/png;base64,${coded})`,
    attachments: { "a.png": { "image/png": new Uint8Array([4]).toBase64() } },
  }]);
  assertEquals(files.filter((file) => file.endsWith(".png")).length, 2);
  assert(!text.includes("attachment:") && !text.includes("data:"));
});

Deno.test("scripts are dropped from outputs and prose, and kept in outputs if asked for", async () => {
  const html = '<p onclick="go()">hi</p><script>alert(1)</script>';
  const cells: TestCell[] = [
    { type: "markdown", source: `text\n\n${html}\n\n<iframe src="x"></iframe>` },
    { source: "1", outputs: [display({ "text/html": html })] },
  ];
  const { text } = await markdown(cells, { flavour: "mkdocs" });
  assert(!/<script|onclick|iframe|alert/.test(text), text);
  assertStringIncludes(text, "<p>hi</p>");
  const kept = await markdown(cells, { flavour: "mkdocs", scripts: true });
  assertEquals(kept.text.match(/<script>/g)?.length, 1);
});

Deno.test("what is no tag of HTML is text", async () => {
  const source = "A Map<string, number> and <tag> and <kbd>x</kbd>.";
  const { text } = await markdown([{ type: "markdown", source }]);
  assertStringIncludes(text, "Map\\<string, number> and \\<tag> and <kbd>x</kbd>.");
});

Deno.test("VitePress and Observable take no text for a program", async () => {
  const cells: TestCell[] = [
    { type: "markdown", source: "Braces {{ 1 + 1 }} and ${2}." },
    { source: "1", outputs: [display({ "text/html": "<b>{{ x }} ${y}</b>" })] },
  ];
  const vitepress = await markdown(cells, { flavour: "vitepress" });
  assertStringIncludes(vitepress.text, "Braces <span v-pre>{{ 1 + 1 }}</span> and ");
  assertStringIncludes(vitepress.text, "<div v-pre>\n<b>{{ x }} ${y}</b>\n</div>");
  const observable = await markdown([...cells, { source: "x" }], { flavour: "observable" });
  assert(!observable.text.includes("${"), observable.text);
  assertStringIncludes(observable.text, "```typescript run=false");
});

Deno.test("tables: as Markdown for GitHub, as HTML with typeset mathematics for the others", async () => {
  const html = '<table><caption>Two</caption><tr><th style="color:red">n</th></tr>' +
    "<tr><td>\\(x^2\\) | 5</td></tr></table>";
  const cells: TestCell[] = [{ source: "1", outputs: [display({ "text/html": html })] }];
  const github = (await markdown(cells)).text;
  assertStringIncludes(github, "**Two**");
  assertMatch(github, /\| \$x\^2\$ \\\| 5 \|/);
  const myst = (await markdown(cells, { flavour: "myst" })).text;
  assertMatch(myst, /<th style="color:\s*red">/);
  assertStringIncludes(myst, "<msup><mi>x</mi><mn>2</mn></msup>");
});

Deno.test("tags hide, fold and leave out", async () => {
  const outputs = [{ output_type: "stream", name: "stdout", text: "out" }];
  const cell = (tag: string) => ({ source: "in", tags: [tag], outputs });
  const parts = async (tag: string) => {
    const { text } = await markdown([cell(tag)]);
    const folded = /<details>[^]*<\/details>/.exec(text)?.[0] ?? "";
    const state = (name: string) =>
      !text.includes(`\n${name}\n`)
        ? "removed"
        : folded.includes(`\n${name}\n`)
        ? "folded"
        : "shown";
    return `${state("in")} ${state("out")}`;
  };
  const expected = {
    "hide-input": "folded shown",
    "hide-output": "shown folded",
    "hide-cell": "folded folded",
    "solution": "folded folded",
    "collapse": "folded folded",
    "remove-input": "removed shown",
    "remove_output": "shown removed",
    "remove-cell": "removed removed",
    "other": "shown shown",
  };
  for (const [tag, states] of Object.entries(expected)) assertEquals(await parts(tag), states, tag);
});

Deno.test("an error keeps its text without codes, an endless line is cut with a word", async () => {
  const { text } = await markdown([{
    source: "x",
    outputs: [
      {
        output_type: "error",
        ename: "E",
        evalue: "v",
        traceback: ["\x1b[31mE\x1b[0m: v", "  at x"],
      },
      { output_type: "stream", name: "stdout", text: "y".repeat(300_000) },
    ],
  }]);
  assertStringIncludes(text, "```text\nE: v\n  at x\n```");
  assertStringIncludes(text, "… (298,000 characters more)");
  assert(text.length < 3000);
});

Deno.test("links lead from page to page, as each builder wants them; dead ones are told", async () => {
  await inFolder(async (folder) => {
    const source = "[b](./sub/b.ipynb#A-Heading) [none](none.ipynb) [web](https://example.org)";
    const a = await notebook(folder, "a.ipynb", [{ type: "markdown", source }]);
    await Deno.mkdir(join(folder, "sub"));
    const b = await notebook(folder, "sub/b.ipynb", [
      { type: "markdown", source: "# Title\n\n## A Heading\n\n[up](../a.ipynb#No-Such)" },
    ]);
    const found = [{ path: a, below: "a.ipynb" }, { path: b, below: "sub/b.ipynb" }];
    const expected = {
      github: ["./sub/b.md#A-Heading", "../a.md"],
      starlight: ["../sub/b/#A-Heading", "../../a/"],
      observable: ["./sub/b#A-Heading", "../a"],
    };
    for (const [flavour, [down, up]] of Object.entries(expected)) {
      const output = join(folder, flavour);
      const exporter = await exporterOf(found, { to: "md", flavour, output });
      const dead = [...(await exporter.one(a)).dead, ...(await exporter.one(b)).dead];
      const text = await Deno.readTextFile(join(output, "a.md"));
      assertStringIncludes(text, `[b](${down})`);
      assertStringIncludes(text, "[web](https://example.org)");
      const other = await Deno.readTextFile(join(output, "sub/b.md"));
      assertStringIncludes(other, `[up](${up})`);
      assertStringIncludes(other, '<a id="A-Heading"></a>');
      assertEquals(dead.map(({ url }) => url), ["none.ipynb", "../a.ipynb#No-Such"]);
    }
  });
});

Deno.test("heads are what the builder needs, and the title is not printed twice", async () => {
  const cells: TestCell[] = [{ type: "markdown", source: '# A "title": x\n\nText' }];
  const starlight = (await markdown(cells, { flavour: "starlight" })).text;
  assertEquals(starlight, '---\ntitle: "A \\"title\\": x"\n---\n\nText\n');
  assertMatch(
    (await markdown(cells, { flavour: "docusaurus" })).text,
    /\nmdx:\n {2}format: md\n/,
  );
});
