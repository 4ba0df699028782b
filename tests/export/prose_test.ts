import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { each, markdownTree } from "../../src/export/_markdown_tree.ts";
import { exporterOf, type ExportOptions, flavours } from "../../src/export/mod.ts";
import { display, inFolder, notebook, type TestCell } from "./_notebook.ts";

/** What becomes of cells: Markdown of a flavour, or a page if none is given. */
async function written(cells: readonly TestCell[], flavour?: string): Promise<string> {
  let text = "";
  await inFolder(async (folder) => {
    const path = await notebook(folder, "a.ipynb", cells);
    const exporter = await exporterOf([{ path, below: "a.ipynb" }], {
      to: flavour ? "md" : "html",
      flavour,
      live: false,
      output: join(folder, "out"),
    });
    text = await Deno.readTextFile((await exporter.one(path)).files[0]);
  });
  return text;
}

const prose = async (source: string, flavour?: string) =>
  (await written([{ type: "markdown", source }], flavour)).trim();

Deno.test("dollars are money where a formula would have a space inside or a digit after it", async () => {
  const money = await prose("It costs $5 and $10, then $x^2$ or $3.", "github");
  assertEquals(money, "It costs \\$5 and \\$10, then $x^2$ or \\$3.");
  const code = await prose("`$5` and `$6`\n\n    $7 and $8", "github");
  assertStringIncludes(code, "`$5` and `$6`");
  assertStringIncludes(code, "$7 and $8");
  assert(!(await prose("It costs $5 and $10.")).includes('class="katex"'));
});

Deno.test("a formula does not end in code that begins inside it", async () => {
  const source = "It costs $6 or `$7` or $`8`$, and `a$b` is $x$.";
  const tree = await markdownTree(source);
  const found: string[] = [];
  each(tree, (node) => {
    if (node.type === "inlineMath" || node.type === "inlineCode") found.push(node.value);
  });
  assertEquals(found, ["$7", "`8`", "a$b", "x"]);
});

Deno.test("what a formula defines is known to those after it, wherever each is typeset alone", async () => {
  const source = String.raw`$\newcommand{\R}{\mathbb{R}}\def\half{\frac12}$

Here $\half x \in \R^n$ and $\halfway$.

\begin{align}
a &= \argmax_x \label{eq:one}
\end{align}`;
  const operator = String
    .raw`$\DeclareMathOperator*{\argmax}{arg\,max}\newcommand{\two}[2]{#1 \R #2}$`;
  await inFolder(async (folder) => {
    const path = await notebook(folder, "m.ipynb", [
      { type: "markdown", source: operator },
      { type: "markdown", source: source.replace(" and $\\halfway$", "") },
      { type: "markdown", source: String.raw`$\two{a}{b}$` },
    ]);
    const output = join(folder, "out");
    const written = async (options: ExportOptions) => {
      const exporter = await exporterOf([{ path, below: "m.ipynb" }], { ...options, output });
      return await Deno.readTextFile((await exporter.one(path)).files[0]);
    };
    const page = (await written({ to: "html" })).replace(/<annotation[^]*?<\/annotation>/g, "");
    assert(!/katex-error|mathcolor|newcommand|\\label/.test(page));
    assertEquals(page.split("<math").length - 1, 3);
    for (const flavour of Object.keys(flavours)) {
      const text = await written({ to: "md", flavour });
      const has = flavours[flavour].alone
        ? [
          String.raw`$\def\R{\mathbb{R}}\def\half{\frac12}\half x \in \R^n$`,
          String.raw`$\def\two#1#2{#1 \R #2}\def\R{\mathbb{R}}\two{a}{b}$`,
          String.raw`\def\argmax{\operatorname*{arg\,max}}\begin{align}`,
        ]
        : [String.raw`$\newcommand{\R}{\mathbb{R}}\def\half{\frac12}$`, String.raw`\label{eq:one}`];
      for (const part of has) assertStringIncludes(text, part, flavour);
      assertEquals(/newcommand|label/.test(text), !flavours[flavour].alone, flavour);
    }
  });
});

Deno.test("formulas in double backslashes are formulas, as in Jupyter", async () => {
  const text = await prose("a \\\\(x_1\\\\) b\n\n\\\\[ y \\\\]\n\n`\\\\(z\\\\)`", "github");
  assertEquals(text, "a $x_1$ b\n\n$$\ny\n$$\n\n`\\\\(z\\\\)`");
});

Deno.test("every tag that is opened is closed, and none is closed that was not opened", async () => {
  const source = "<b>one <i>two</b> three</u>\n\n<div>\n\ninside\n\n</section>";
  for (const flavour of Object.keys(flavours)) {
    const text = await prose(source, flavour);
    const open: string[] = [];
    for (const [, slash, name] of text.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
      if (slash) assertEquals(open.pop(), name, text);
      else open.push(name);
    }
    assertEquals(open, [], text);
  }
});

Deno.test("tags that may not stay go, their words stay; what is no tag is text", async () => {
  const source = "<center>mid</center> <font color=red>f</font> a <tag> and Map<string, number>";
  const text = await prose(source, "mkdocs");
  assertEquals(text, "mid f a &#60;tag> and Map&#60;string, number>");
  const html = await prose(`# ${source}`);
  assertStringIncludes(html, "a &#x3C;tag> and Map&#x3C;string, number></h1>");
});

Deno.test("a block of folded prose stays a block with its Markdown inside", async () => {
  const source = "<details><summary>More</summary>\n\nInside *it*.\n\n</details>";
  assertEquals(await prose(source, "github"), source);
  assertStringIncludes(await prose(source, "mkdocs"), '<details markdown="1"><summary>');
});

Deno.test("style sheets and scripts of outputs leave no words behind", async () => {
  const html = "<style scoped>.a { color: red }</style><script>go()</script><p>kept</p>";
  const cells: TestCell[] = [{ source: "1", outputs: [display({ "text/html": html })] }];
  for (const flavour of [...Object.keys(flavours), undefined]) {
    const text = await written(cells, flavour);
    const shown = text.replace(/<style>[^]*?<\/style>/g, "");
    assert(!/color: red|go\(\)/.test(shown), shown);
    assertStringIncludes(shown, "kept");
  }
});

Deno.test("what means something to one builder alone is written so that it does not", async () => {
  const source = "a :smile: {x}`y` [[toc]] {#id}\n\n% no comment\n\n:::note";
  const expected: Readonly<Record<string, readonly string[]>> = {
    vitepress: ["&#58;smile:", "&#123;x}", "&#91;&#91;toc", "&#123;#id}", "&#58;::note"],
    starlight: ["&#58;smile", "&#58;&#58;&#58;note"],
    docusaurus: ["&#58;smile", "&#123;#id}", "&#58;&#58;&#58;note"],
    myst: ["&#123;x&#125;`y`", "&#37; no comment", "&#58;::note"],
  };
  for (const [flavour, pieces] of Object.entries(expected)) {
    const text = await prose(source, flavour);
    for (const piece of pieces) assertStringIncludes(text, piece, flavour);
  }
});

Deno.test("code that people write between their prose runs nowhere either", async () => {
  const text = await prose("```ts\nlet x\n```\n\n```\nplain\n```", "observable");
  assertEquals(text, "```ts run=false\nlet x\n```\n\n```\nplain\n```");
});

Deno.test("formulas in headings are markup, so that lists of headings have them right", async () => {
  const text = await prose("## The $\\Phi$ of it", "starlight");
  assertStringIncludes(text, '<mi mathvariant="normal">Φ</mi>');
  assert(!text.includes("\\Phi"), text);
  assertStringIncludes(await prose("# The $\\Phi$ of it", "starlight"), 'title: "The Φ of it"');
  assertStringIncludes(await prose("## The $\\Phi$ of it", "github"), "$\\Phi$");
});

Deno.test("of a text with thousands of lines the middle is left out with a word", async () => {
  const text = `first\n${"row\n".repeat(5000)}last\n`;
  const outputs = [{ output_type: "stream", name: "stdout", text }];
  const shown = await written([{ source: "1", outputs }], "github");
  assertStringIncludes(shown, "first\nrow");
  assertStringIncludes(shown, "\n… (4,002 lines left out) …\n");
  assertStringIncludes(shown, "row\nlast\n");
});

Deno.test("data is shown where its words say nothing", async () => {
  const json = display({ "application/json": { a: 1 }, "text/plain": "<JSON object>" });
  assertStringIncludes(await written([{ source: "1", outputs: [json] }], "github"), '"a": 1');
});

Deno.test("blocks of code in prose are highlighted, tasks and footnotes are whole", async () => {
  const html = await prose("```ts\nconst x = 1;\n```\n\n- [x] a\n\nNote[^1].\n\n[^1]: Words.");
  assertStringIncludes(html, 'class="shiki');
  assertStringIncludes(html, 'aria-label="done"');
  assertStringIncludes(html, 'href="#user-content-fn-1"');
  assertStringIncludes(html, 'id="user-content-fn-1"');
});

Deno.test("the words of a link are escaped as other words are", async () => {
  const source = "[{{ x }} and {y} and <tag>](https://example.org), <https://example.org/{{x}}>";
  assertEquals(
    await prose(source, "vitepress"),
    "[<span v-pre>{{ x }}</span> and &#123;y} and \\<tag>](https://example.org), " +
      "[https://example.org/<span v-pre>{{x}}</span>](https://example.org/{{x}})",
  );
});

Deno.test("a link to a program loses its address, in Markdown, in HTML and by reference", async () => {
  const source =
    "[one](javascript:alert%281%29), [two](data:text/html,<script>alert(1)</script>), " +
    '[three][r], <a href=" java&#9;script:alert(1)">four</a>, [five](vbscript:x), [six](mailto:a@b.c)' +
    "\n\n[r]: JavaScript:alert(1)";
  for (const flavour of [...Object.keys(flavours), undefined]) {
    const text = await prose(source, flavour);
    const words = ["one", "two", "three", "four", "five", "mailto:a"];
    for (const each of words) assertStringIncludes(text, each);
    const body = text.replace(/<(?:script|style)[^]*?<\/(?:script|style)>/g, "");
    assert(!/(?:java|vb)script:|data:text|<script/i.test(body), `${flavour}: ${body}`);
  }
});

Deno.test("links and pictures by reference are as others: attachments come along", async () => {
  const attachments = { "dot.gif": { "image/gif": "R0lGODlhAQABAAAAACw=" } };
  const source = "![by name][Dot], [a page][p], [again][P] and [none][gone]\n\n" +
    "[dot]: attachment:dot.gif 'Title'\n[p]: <https://example.org/a b>\n[p]: https://example.org/2";
  const text = await written([{ type: "markdown", source, attachments }], "github");
  assertMatch(
    text,
    /^!\[by name\]\(\S+assets\/\S+\.gif "Title"\), \[a page\]\(<https:\/\/example\.org\/a b>\), /,
  );
  assert(!text.includes("attachment:") && !text.includes("/2"), text);
  assertStringIncludes(
    await written([{ type: "markdown", source, attachments }]),
    "data:image/gif",
  );
});

Deno.test("blank lines in preformatted HTML stay", async () => {
  const html = "<div><pre>a\n\n\n b</pre>\n\n\n<p>c</p></div>";
  const text = await written(
    [{ source: "x", outputs: [display({ "text/html": html })] }],
    "mkdocs",
  );
  assertStringIncludes(text, "<pre>a&#10;&#10;\n b</pre>\n<p>c</p>");
});

Deno.test("an SVG that is written to a file has nothing that runs, and is the same if it had none", async () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><linearGradient id="g"/>' +
    '<rect width="9" height="9" fill="url(#g)"/></svg>';
  const hostile = drawing.replace("<rect", '<script>alert(1)</script><rect onload="alert(1)"')
    .replace("</svg>", '<a href="javascript:alert(1)"><g/></a></svg>');
  for (const [svg, cleaned] of [[drawing, drawing], [hostile, undefined]]) {
    await inFolder(async (folder) => {
      const outputs = [display({ "image/svg+xml": svg, "text/plain": "a" })];
      const path = await notebook(folder, "a.ipynb", [{ source: "x", outputs }]);
      const exporter = await exporterOf([{ path, below: "a.ipynb" }], {
        to: "md",
        flavour: "github",
        output: join(folder, "out"),
      });
      const file = (await exporter.one(path)).files.find((each) => each.endsWith(".svg"))!;
      const text = await Deno.readTextFile(file);
      if (cleaned) assertEquals(text, cleaned);
      assert(!/script|onload/.test(text), text);
      for (const part of ["viewBox", "linearGradient", "url(#g)"]) assertStringIncludes(text, part);
    });
  }
});

Deno.test("outputs that lack fields, or hold no picture, are shown as well as can be", async () => {
  const outputs = [
    { output_type: "error" },
    { output_type: "error", ename: "E", evalue: "v", traceback: [] },
    { output_type: "stream", name: "stdout" },
    { output_type: "display_data" },
    { output_type: "unheard_of", text: "x" },
    display({ "image/png": "not base64!", "text/plain": "the words of it" }),
    display({ "image/png": "", "image/gif": "R0lGODlhAQABAAAAACw=", "text/plain": "a dot" }),
  ];
  const text = await written([{ source: "x", outputs }], "github");
  const shown = [...text.matchAll(/```text\n([^]*?)\n```/g)].map(([, words]) => words);
  assertEquals(shown, ["Error", "E: v", "the words of it"]);
  assertMatch(text, /!\[a dot\]\(\S+\.gif\)/);
});
