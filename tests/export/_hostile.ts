/**
 * A folder with what breaks builders of documentation, and what a reader must find all the same.
 *
 * @module
 */

import { join } from "node:path";
import { display, notebook, type TestCell } from "./_notebook.ts";

/** A page that comes of a notebook, and what must be on it. */
export interface Expected {
  /** The notebook, below its folder. */
  readonly below: string;
  /** Texts that must be seen as they are. */
  readonly texts: readonly string[];
  /** How many pictures are seen, in light and in dark. */
  readonly pictures: number;
  /** How many formulas there are at least. */
  readonly formulas: number;
}

/** A picture of the given size in one colour, as a PNG. */
export async function png(width: number, height: number): Promise<string> {
  const row = new Uint8Array(1 + width * 3).fill(120);
  row[0] = 0;
  const pixels = new Blob(Array.from({ length: height }, () => row));
  const packed = await new Response(pixels.stream().pipeThrough(new CompressionStream("deflate")))
    .bytes();
  const size = new Uint8Array(13);
  const view = new DataView(size.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  size.set([8, 2, 0, 0, 0], 8);
  const chunks = [chunk("IHDR", size), chunk("IDAT", packed), chunk("IEND", new Uint8Array(0))];
  const signature = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]);
  return (await new Blob([signature, ...chunks]).bytes()).toBase64();
}

function chunk(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, checksum(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function checksum(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let i = 0; i < 8; i++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** A chart in the colours of light pages, as large as the display makes them. */
const chart = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 240" width="480" ' +
  'height="240"><rect width="480" height="240" fill="none"/>' +
  '<path d="M10 220 L470 20" stroke="#1f2328" stroke-width="3"/></svg>';

const table = '<div role="region" tabindex="0" aria-label="Two rows" style="max-width:100%;' +
  'overflow-x:auto"><table style="border-collapse:collapse"><caption>Two rows</caption><thead>' +
  '<tr><th scope="col" style="text-align:right">name {{ head }}</th><th scope="col">value</th>' +
  '</tr></thead><tbody><tr><th scope="row">a | b</th><td>\\(x^2_1\\)</td></tr>\n\n<tr>' +
  '<th scope="row">&lt;tag&gt; ${y}</th><td>{x}</td></tr></tbody></table></div>';

const prose = `# Hostile: "quotes", $x^2$, {{ title }} & <tags>

Braces {{ 1 + 1 }} and {{ nothing }} and {x: 1} and {% raw %} and {# note #} and \${2 + 2}.

Tags: Map<string, number> and <tag> and <Component prop={1} /> and a < b > c and a <- b & c &copy; d.

It costs $5 and $10, or $3 a day, and 5 $ more. A formula $a_1 * b_2 * c_3$ beside *emphasis*.

<b>Bold</b> by HTML, <kbd>Ctrl</kbd>, <span style="color:#a00">red</span><script>window.ran = 1</script>.

<img src="x" onerror="window.ran = 1" alt="broken">

<details><summary>More</summary>

Inside *details* {{ inside }}.

</details>

:::note
Three colons.
:::

+++ plus @user #1 !!! note :smile: ::: [[wiki]] ==mark== ~~gone~~ ^up^ {ref}\`x\` %comment

import x from "y"

export const z = 1

% a line that begins with a per cent sign

[^1]: A footnote's text.

Text with a footnote[^1] and an address https://example.org/a_b_c.`;

const lists = `## A heading

- one {{ one }}
  - nested $y_1$

    \`\`\`ts
    const x: Map<string, number> = new Map(); // {{ x }} \${y}
    \`\`\`

  - more
    1. deep
       - deeper
- two

| table | with \\| pipe |
| :--- | ---: |
| \`a \\| b\` | $|x| \\le 1$ |
| {{ cell }} | <tag> |

Inline code \`{{ code }}\`, \`<tag>\`, \`\${z}\` and \`a | b\`.`;

const headings = `## A heading

The same heading again.

## Größe und Ähnlichkeit: 漢字 & «ciao»

## Formula $\\sigma(x)$ in a heading

## \`code\` in {{ braces }}

Definitions: $\\newcommand{\\half}{\\tfrac12}\\newcommand{\\R}{\\mathbb{R}}$

Half of $x \\in \\R$ is $\\half x$, and costs $6 or \`$7\` and \`$8\`.

Links: [first](#A-heading), [umlauts](#Größe-und-Ähnlichkeit:-漢字-&-«ciao»),
[other](./Übung%201/zweite%20seite.ipynb#Dritter-Teil), [its top](<Übung 1/zweite seite.ipynb>),
[words](notes.md), [data](data.csv).

$$ \\begin{aligned} f(x) &= \\frac{1}{2} \\\\ g(x) &< 3 \\end{aligned} $$

\\begin{equation}
e^{i\\pi} = -1
\\end{equation}

![a picture of the notebook](attachment:picture%20one.png) ![a file](pictures/grey%20one.png)`;

const ansi = "\x1b[31mred\x1b[0m and \x1b[1mbold {{ output }} <tag> ${out}\x1b[0m\n";

const stream = (text: string, name = "stdout") => ({ output_type: "stream", name, text });

/** Writes the folder; the pages that come of it. */
export async function hostileFolder(folder: string): Promise<readonly Expected[]> {
  const grey = await png(60, 40);
  const cells: readonly TestCell[] = [
    { type: "markdown", source: prose },
    {
      source: 'import * as x from "y";\nconst a: Map<string, number> = b; // {{ code }} ${c} $d$',
      outputs: [],
    },
    { source: "// no output, and a fence\nconst fence = `\n```ts\n{{ fenced }}\n```\n`;" },
    {
      source: "scripts()",
      outputs: [
        display({
          "text/html": "<p onclick='window.ran = 1'>From a script {{ html }} {html} ${html} " +
            "$5 or \\(z_1\\)</p><script>window.ran = 1</script><style>* { display: none }</style>" +
            '<a href="javascript:window.ran = 1">link</a><iframe src="https://example.org">' +
            "</iframe><div><table><tr><td>loose</td></tr></table></div>",
        }),
        display({ "application/javascript": "window.ran = 1", "text/plain": "a script" }),
      ],
    },
    { source: "table()", outputs: [display({ "text/html": table, "text/plain": "table" })] },
    {
      source: "chart()",
      outputs: [
        display({
          "application/vnd.vegalite.v5+json": { mark: "point", data: { values: [{ a: 1 }] } },
          "image/svg+xml": chart,
          "text/plain": 'A "chart" with <tags>, {{ braces }}, [brackets] and a \\ backslash',
        }),
        display({ "image/png": await png(1800, 300), "text/plain": "<Figure size 1800x300>" }),
      ],
    },
    {
      source: "text()",
      outputs: [
        stream(ansi),
        stream("10 %\r100 %\n", "stderr"),
        stream("y".repeat(300_000)),
        stream(`${"row after row\n".repeat(3000)}the last row\n`),
      ],
    },
    {
      source: "throw new Error()",
      outputs: [{
        output_type: "error",
        ename: "TypeError",
        evalue: "x is <undefined> {{ error }}",
        traceback: ["\x1b[31mTypeError\x1b[0m: x is <undefined> {{ error }}", "    at <anonymous>"],
      }],
    },
    {
      source: "formulas()",
      outputs: [
        display({ "text/latex": "$$\\sum_{i<n} x_i$$", "text/plain": "sum" }),
        display({ "text/markdown": "**Md** $q_1$ and {{ md }} and <tag>\n\n| a |\n| - |\n| b |" }),
        display({
          "text/html": '<ul><li><a href="./Übung%201/zweite%20seite.ipynb#Dritter-Teil">by HTML' +
            "</a> {{ list }}</li></ul>",
        }),
        display({ "application/json": { key: "{{ json }}" }, "text/plain": "json" }),
        display({ "text/html": "<b>bold alone {{ inline }}</b>", "text/plain": "bold" }),
        display({ "application/vnd.jupyter.widget-view+json": { model_id: "x" } }),
      ],
    },
    { source: "hidden()", tags: ["hide-input"], outputs: [stream("shown beside a fold\n")] },
    { source: "folded {{ fold }}", tags: ["solution"], outputs: [stream("a solution\n")] },
    { source: "// gone from the page", tags: ["remove-cell"] },
    { type: "raw", source: "raw text for LaTeX", metadata: { raw_mimetype: "text/latex" } },
    { source: "" },
    { type: "markdown", source: lists },
    {
      type: "markdown",
      source: headings,
      attachments: { "picture one.png": { "image/png": grey } },
    },
  ];
  await Deno.mkdir(join(folder, "Übung 1"), { recursive: true });
  await Deno.mkdir(join(folder, "pictures"), { recursive: true });
  await Deno.writeFile(join(folder, "pictures/grey one.png"), Uint8Array.fromBase64(grey));
  await Deno.writeTextFile(join(folder, "data.csv"), "a,b\n1,2\n");
  await Deno.writeTextFile(
    join(folder, "notes.md"),
    "# Notes\n\nBack to the [notebook](hostile.ipynb#A-heading) with $n^2$ and {{ notes }}.\n\n" +
      "![grey](pictures/grey%20one.png)\n",
  );
  await notebook(folder, "hostile.ipynb", cells);
  const second = "# Zweite Seite\n\n## Dritter Teil\n\n[back](../hostile.ipynb#A-heading), " +
    "[again](../hostile.ipynb#Größe-und-Ähnlichkeit:-漢字-&-«ciao»)";
  await notebook(join(folder, "Übung 1"), "zweite seite.ipynb", [
    { type: "markdown", source: second },
    { source: "1 + 1", outputs: [stream("2\n")] },
  ], 0);
  return [
    {
      below: "hostile.ipynb",
      texts: [
        "{{ 1 + 1 }}",
        "{{ nothing }}",
        "{x: 1} and {% raw %} and {# note #} and ${2 + 2}",
        "Map<string, number> and <tag> and <Component prop={1} /> and a < b > c and a <- b & c © d",
        "costs $5 and $10, or $3 a day, and 5 $ more",
        "{{ inside }}",
        "+++ plus @user #1 !!! note :smile:",
        "[[wiki]] ==mark== ",
        'import x from "y"',
        "export const z = 1",
        "% a line that begins",
        "// {{ code }} ${c} $d$",
        "{{ fenced }}",
        "From a script {{ html }} {html} ${html} $5 or",
        "name {{ head }}",
        "a | b",
        "<tag> ${y}",
        "bold {{ output }} <tag> ${out}",
        "100 %",
        "(298,000 characters more)",
        "(2,001 lines left out)",
        "the last row",
        "x is <undefined> {{ error }}",
        "{{ md }} and <tag>",
        "by HTML {{ list }}",
        "bold alone {{ inline }}",
        "costs $6 or $7 and $8.",
        "shown beside a fold",
        "folded {{ fold }}",
        "a solution",
        "{{ one }}",
        "// {{ x }} ${y}",
        "{{ cell }}",
        "{{ code }}",
        "Größe und Ähnlichkeit: 漢字 & «ciao»",
        "code in {{ braces }}",
      ],
      pictures: 4,
      formulas: 11,
    },
    { below: "Übung 1/zweite seite.ipynb", texts: ["Dritter Teil"], pictures: 0, formulas: 0 },
    { below: "notes.md", texts: ["{{ notes }}"], pictures: 1, formulas: 1 },
  ];
}
