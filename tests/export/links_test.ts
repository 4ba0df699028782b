import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { dirname, join } from "node:path";
import { exporterOf, type ExportOptions } from "../../src/export/mod.ts";
import { findNotebooks } from "../../src/notebook/mod.ts";
import { display, inFolder, notebook, type TestCell } from "./_notebook.ts";

const prose = (source: string): TestCell => ({ type: "markdown", source });
const pixel = new Uint8Array([137, 80, 78, 71]);

/** Exports all of a folder; texts by path below the output, and the dead links. */
async function all(folder: string, options: Partial<ExportOptions> = {}) {
  const output = options.output ?? join(folder, "..", "out");
  const exporter = await exporterOf(await findNotebooks([folder]), {
    to: "md",
    output,
    ...options,
  });
  const texts = new Map<string, string>();
  const files: string[] = [];
  const dead: string[] = [];
  for (const { path } of exporter.pages) {
    const one = await exporter.one(path);
    texts.set(one.files[0].slice(output.length + 1), await Deno.readTextFile(one.files[0]));
    files.push(...one.files.slice(1));
    dead.push(...one.dead.map(({ url, reason }) => `${url}: ${reason}`));
  }
  for (const file of files) assert((await Deno.stat(file)).isFile);
  return { texts, files, dead, output };
}

/** A folder with notebooks in it, beside which there is room. */
async function withNotebooks(
  cells: Readonly<Record<string, readonly TestCell[]>>,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  await inFolder(async (parent) => {
    const folder = join(parent, "in");
    for (const [name, each] of Object.entries(cells)) {
      await Deno.mkdir(dirname(join(folder, name)), { recursive: true });
      await notebook(folder, name, each);
    }
    await work(folder);
  });
}

Deno.test("a heading is found by Jupyter's name, by GitHub's, and past others with the same words", async () => {
  const cells = {
    "a.ipynb": [
      prose(
        "[1](b.ipynb#Größe-&-Maß) [2](b.ipynb#größe--maß) [3](b.ipynb#Same) [4](b.ipynb#same-1)",
      ),
      prose(
        "[5](b.ipynb#$x^2$-here) [6](b.ipynb#mine) [7](#Own) [8](b.ipynb#none) [9](a.ipynb)\n\n# Own",
      ),
    ],
    "b.ipynb": [
      prose("# Größe & Maß\n\n## Same\n\n```\n# none\n```"),
      prose("## Same\n\n## $x^2$ here\n\n<a id='mine'></a>"),
    ],
  };
  await withNotebooks(cells, async (folder) => {
    const { texts, dead } = await all(folder);
    const text = texts.get("a.md")!;
    const targets = [...text.matchAll(/\[(\d)\]\(([^)]*)\)/g)].map(([, , url]) => url);
    assertEquals(targets, [
      "./b.md#Groe--Ma",
      "./b.md#Groe--Ma",
      "./b.md#Same",
      "./b.md#Same-1",
      "./b.md#to-x2-here",
      "./b.md#to-mine",
      "#Own",
      "./b.md",
      "./a.md",
    ]);
    const named = [...texts.get("b.md")!.matchAll(/<a id="([^"]*)">/g)].map(([, id]) => id);
    assertEquals(named, ["Groe--Ma", "Same", "Same-1", "to-x2-here", "to-mine"]);
    assertEquals(dead, ["b.ipynb#none: there is no heading none"]);
    const myst = await all(folder, { flavour: "myst" });
    assertStringIncludes(myst.texts.get("a.md")!, "[3](#b--same)");
    assertStringIncludes(myst.texts.get("b.md")!, "(b--same)=\n\n## Same");
  });
});

Deno.test("a text that notebooks lead to becomes a page, and what it leads to does too", async () => {
  await withNotebooks({ "sub/a.ipynb": [prose("[read](../read%20me.md)")] }, async (folder) => {
    await Deno.writeTextFile(join(folder, "read me.md"), "---\nx: 1\n---\n# Me\n\n[more](more.md)");
    await Deno.writeTextFile(join(folder, "more.md"), "[a](sub/a.ipynb) [out](../out.md)");
    await Deno.writeTextFile(join(folder, "../out.md"), "outside");
    const { texts, dead } = await all(folder);
    assertEquals([...texts.keys()], ["sub/a.md", "read me.md", "more.md"]);
    assertStringIncludes(texts.get("sub/a.md")!, "[read](../read%20me.md)");
    assertEquals(texts.get("read me.md"), "# Me\n\n[more](./more.md)\n");
    assertStringIncludes(texts.get("more.md")!, "[a](./sub/a.md) out");
    assertEquals(dead.length, 1);
    assert(dead[0].endsWith("out.md is not among the pages"));
  });
});

Deno.test("texts beside the notebooks stay as they are when pages are written there", async () => {
  await withNotebooks({ "a.ipynb": [prose("# A\n\n[b](b.md)")] }, async (folder) => {
    await Deno.writeTextFile(join(folder, "b.md"), "mine");
    const { texts, dead } = await all(folder, { output: folder });
    assertEquals([...texts], [["a.md", "# A\n\n[b](./b.md)\n"]]);
    assertEquals(await Deno.readTextFile(join(folder, "b.md")), "mine");
    assertEquals(dead, []);
  });
});

Deno.test("files come along where the builder copies them; elsewhere the words stay, and are told of", async () => {
  await withNotebooks({ "a.ipynb": [prose("Get [the data](my%20data.csv).")] }, async (folder) => {
    await Deno.writeTextFile(join(folder, "my data.csv"), "1,2");
    const mkdocs = await all(folder, { flavour: "mkdocs" });
    assertEquals(mkdocs.files.length, 1);
    assertStringIncludes(mkdocs.texts.get("a.md")!, "[the data](./assets/my%20data-");
    const vitepress = await all(folder, { flavour: "vitepress" });
    assertEquals(vitepress.files, []);
    assertStringIncludes(vitepress.texts.get("a.md")!, "Get the data.");
    assert(vitepress.dead[0].endsWith("my data.csv is not among the pages"));
  });
});

Deno.test("links to pages in HTML become links in Markdown, the only ones that builders follow", async () => {
  const html = '<table><tr><th>to</th></tr><tr><td><a href="b.ipynb#B">b {x}</a></td></tr>' +
    '<tr><td><a href="none.ipynb">none</a></td></tr></table>';
  const cells = {
    "a.ipynb": [
      prose(
        'See <a href="b.ipynb">the *other*</a>.\n\n<p align="center"><a href="b.ipynb">c</a></p>',
      ),
      { source: "1", outputs: [display({ "text/html": html })] },
    ],
    "b.ipynb": [prose("# B")],
  };
  await withNotebooks(cells, async (folder) => {
    for (const flavour of ["vitepress", "docusaurus", "mkdocs", "myst"]) {
      const text = (await all(folder, { flavour })).texts.get("a.md")!;
      assertStringIncludes(text, "See [the *other*](./b.md).");
      assertStringIncludes(text, "[c](./b.md)");
      assert(/^\| \[b .*\]\(.*b.*\) \|$/m.test(text), text);
      assert(/^\| none +\|$/m.test(text), text);
      assert(!text.includes("<a href") && !text.includes("]()"), text);
    }
  });
});

Deno.test("pictures in prose come along by whatever way they are there, and missing ones leave words", async () => {
  const source = '![one](attachment:a%20b.png) ![](../my%20pics/two_2.png) <img src="nope.png" ' +
    'alt="words">\n\n<img src="../my pics/two_2.png" width="9">\n\n![gone](x.png)';
  const attachments = { "a b.png": { "image/png": pixel.toBase64() } };
  await withNotebooks({
    "ü 1/a.ipynb": [{ type: "markdown", source, attachments }],
  }, async (folder) => {
    await Deno.mkdir(join(folder, "my pics"));
    await Deno.writeFile(join(folder, "my pics/two_2.png"), new Uint8Array([...pixel, 1]));
    for (const assets of ["assets", "../pictures é/x", join(folder, "../elsewhere")]) {
      const { texts, files, dead, output } = await all(folder, { assets });
      const text = texts.get("ü 1/a.md")!;
      assertEquals(files.length, 2, assets);
      const urls = [...text.matchAll(/\]\(([^)]*)\)|src="([^"]*)"/g)].map(([, a, b]) => a ?? b);
      const paths = urls.map((url) => join(output, "ü 1", decodeURI(url)));
      assertEquals(new Set(paths), new Set(files.map((file) => join(file))));
      assertStringIncludes(text, "![two 2](");
      assertStringIncludes(text, 'alt="two 2"');
      assertStringIncludes(text, " words\n");
      assertEquals(dead, ["nope.png: there is no such picture", "x.png: there is no such picture"]);
    }
    const html = await all(folder, { to: "html" });
    const page = html.texts.get("ü 1/a.html")!;
    assertEquals(page.match(/src="data:image\/png/g)?.length, 3);
    assertEquals(html.files, []);
  });
});

Deno.test("a file that is no notebook fails alone", async () => {
  await withNotebooks({ "b.ipynb": [prose("[a](a.ipynb)")] }, async (folder) => {
    await Deno.writeTextFile(join(folder, "a.ipynb"), "{}");
    const output = join(folder, "../out");
    const exporter = await exporterOf(await findNotebooks([folder]), { to: "md", output });
    await assertRejects(() => exporter.one(join(folder, "a.ipynb")), Error, "nbformat");
    const { dead } = await exporter.one(join(folder, "b.ipynb"));
    assertEquals(dead.map(({ url }) => url), ["a.ipynb"]);
  });
});

Deno.test("no page takes the place of another, nor of what it is made of", async () => {
  await withNotebooks({ "x/a.ipynb": [prose("x")], "y/a.ipynb": [prose("y")] }, async (folder) => {
    const [x, y] = ["x", "y"].map((each) => join(folder, each, "a.ipynb"));
    const named = [{ path: x, below: "a.ipynb" }, { path: y, below: "a.ipynb" }];
    const output = join(folder, "../out");
    await assertRejects(
      () => exporterOf(named, { to: "md", output }),
      RangeError,
      "together as both would be a",
    );
    const template = join(folder, "x/a.html");
    await Deno.writeTextFile(template, "{{style}}{{content}}");
    await assertRejects(
      () => exporterOf([{ path: x, below: "a.ipynb" }], { to: "html", template }),
      RangeError,
      "output must leave alone what pages are made of",
    );
  });
});

Deno.test("a folder that cannot be written to, and a template that is not there, are named", async () => {
  await withNotebooks({ "a.ipynb": [prose("x")] }, async (folder) => {
    const found = await findNotebooks([folder]);
    const output = join(folder, "file");
    await Deno.writeTextFile(output, "mine");
    const exporter = await exporterOf(found, { to: "md", output });
    await assertRejects(
      () => exporter.one(found[0].path),
      Error,
      `as ${output} must be a folder that can be written to`,
    );
    assertEquals(await Deno.readTextFile(output), "mine");
    await assertRejects(
      () => exporterOf(found, { to: "html", template: "none.html" }),
      TypeError,
      "template must be a file that can be read: current value is none.html",
    );
  });
});

Deno.test("pictures take the size and the words that their metadata has for them", async () => {
  const data = { "image/png": pixel.toBase64(), "text/plain": "<Figure>" };
  const metadata = { "image/png": { width: 32, height: 24, alt: "a plot" } };
  await withNotebooks(
    { "a.ipynb": [{ source: "1", outputs: [display(data, metadata)] }] },
    async (folder) => {
      const { texts } = await all(folder, { to: "html" });
      assertStringIncludes(texts.get("a.html")!, 'alt="a plot" width="32" height="24"');
    },
  );
});
