import type { Activation } from "../../activations/activation.ts";
import { activations } from "../../activations/catalogue.ts";
import { approximationsOf, type Ranked } from "../approximations/approximations.ts";
import { codeOf, languages } from "../approximations/code_of.ts";
import { frontPicture } from "../drawing/front_picture.ts";
import { briefText, escapeHtml, numberText, tableHtml } from "../_html.ts";
import { type Link, pageOf } from "../_site.ts";

/** Which language is shown before a reader chooses one. */
const first = "c";

/** What may stand in for a function, what it costs and how far off it is, and code of it. */
export function approximationsPart(f: Activation, link: Link): string {
  const rows = approximationsOf(f.id);
  if (rows.length === 0) return "";
  if (rows.every(({ kind }) => kind === "itself")) {
    return `It needs none: ${operationsText(rows[0])}.\n\n${chooser(f, rows, link)}`;
  }
  return [
    "What may stand in for it, the cheapest first. ● marks those that no other beats: none is both " +
    "cheaper and nearer. An exponential counts as eight multiply-adds, a division or a root as six; " +
    "comparisons are free. The errors are those with real numbers; the last three columns say how far " +
    "it is from the right result, in units in the last place, where every operation is rounded: the " +
    `largest of every input in 16 bits, and of ${
      rows[0].formats.float32.inputs.toLocaleString("en")
    } in float32; and below it the largest error there, for |x| > 1 over |x|.`,
    picture(f, rows),
    tableHtml(
      [
        "Candidate",
        "Front",
        "Operations",
        "Largest error",
        "float32",
        "float16",
        "bfloat16",
      ],
      rows.map((row) => cells(row, link)),
      {
        caption: `What may stand in for ${escapeHtml(f.title, "attribute")}`,
        className: "approximations",
      },
    ),
    chooser(f, rows, link),
  ].join("\n\n");
}

/** Error against cost; what has no error is left out. */
function picture({ title }: Activation, rows: readonly Ranked[]): string {
  const points = rows.filter(({ error }) => error > 0 && Number.isFinite(error))
    .map((row) => ({ ...row, fit: row.kind === "fit" }));
  return `<figure class="chart">${
    frontPicture(points, `Largest error of what stands in for ${title}, against its cost`)
  }<figcaption><span class="dot known"></span> known <span class="dot fit"></span> fitted ` +
    `<span class="dot beaten"></span> beaten by another</figcaption></figure>`;
}

function cells(row: Ranked, link: Link): string[] {
  const { error, at, proved, formats, onFront } = row;
  const bound = proved && error > 0
    ? `<br><small>≤ ${upward(proved.upper)} proved on [${
      proved.domain.map((end) => numberText(end)).join(", ")
    }]</small>`
    : "";
  return [
    titleOf(row, link),
    onFront ? "●" : "",
    operationsText(row),
    error === 0 ? "0" : `${briefText(error, 3)} at ${briefText(at, 3)}${bound}`,
    ...["float32", "float16", "bfloat16"].map((name) => {
      const { ulps, at, error } = formats[name];
      const steps = ulps < 1e5 ? `${ulps}` : briefText(ulps, 2);
      return ulps === 0
        ? "0"
        : `${steps} at ${briefText(at, 3)}<br><small>error ${briefText(Number(error), 3)}</small>`;
    }),
  ];
}

/** Three digits, never below the number. */
function upward(value: number): string {
  const rounded = Number(value.toPrecision(3));
  const step = 10 ** (Math.floor(Math.log10(value)) - 2);
  return briefText(rounded >= value ? rounded : rounded + step, 3);
}

function titleOf({ title, page, source, domain }: Ranked, link: Link): string {
  const text = escapeHtml(title, "attribute");
  const linked = page
    ? `<a href="${link(pageOf(page))}">${text}</a>`
    : source
    ? `<a href="${source}">${text}</a>`
    : text;
  return domain
    ? `${linked}, from ${domain.map((end) => numberText(Number(end), 4)).join(" to ")}`
    : linked;
}

/** `3 multiply-adds, 1 exponential`. */
function operationsText({ operations }: Ranked): string {
  const { multiplyAdds, exps, divisions, lookups = 0 } = operations;
  const parts = ([
    [multiplyAdds, "multiply-add"],
    [exps, "exponential"],
    [divisions, "division"],
    [lookups, "look-up"],
  ] as const).filter(([count]) => count > 0)
    .map(([count, name]) => `${count}&nbsp;${name}${count > 1 ? "s" : ""}`);
  return parts.join(", ") || "comparisons alone";
}

/** Code of one candidate; once it is touched, of any in any language. */
function chooser({ id }: Activation, rows: readonly Ranked[], link: Link): string {
  const fit = rows.findIndex(({ kind, onFront }) => kind === "fit" && onFront);
  const chosen = Math.max(0, fit);
  const option = (value: string | number, text: string, selected: boolean) =>
    `<option value="${value}"${selected ? " selected" : ""}>${
      escapeHtml(text, "attribute")
    }</option>`;
  const candidates = rows.map(({ title }, k) => option(k, title, k === chosen)).join("");
  const spoken = Object.entries(languages)
    .map(([name, title]) => option(name, title, name === first)).join("");
  // An empty line would end the HTML for Markdown.
  const text = escapeHtml(codeOf(id, rows[chosen], first)).replaceAll("\n", "&#10;");
  return `<div class="code-choice" data-id="${id}" data-code="${link(codeFile(id))}">` +
    `<div class="code-choices"><label>Candidate <select name="row">${candidates}</select></label>` +
    `<label>in <select name="language">${spoken}</select></label>` +
    `<button type="button">Copy</button></div>` +
    // A code that is alone in its block would be coloured when the site is built, and lose its focus.
    `<pre tabindex="0" role="region" aria-label="Code"><samp><code>${text}</code></samp></pre></div>`;
}

const codeFile = (id: string) => `code/${id}.json`;

/** What the pages fetch to write code of: a file for each function. */
export function codeFiles(): { path: string; text: string }[] {
  return Object.keys(activations).map((id) => ({
    path: codeFile(id),
    text: JSON.stringify(
      approximationsOf(id).map(({ title, kind, expression, kinks, domain, error }) => ({
        title,
        kind,
        expression,
        kinks,
        domain,
        error,
      })),
    ),
  }));
}
