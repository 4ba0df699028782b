import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { startBrowser, type WatchedPage } from "./_browser.ts";
import { openAsHtml } from "./_html.ts";
import { kinds } from "../display/kinds/all.ts";
import { notebookOf } from "./_ipynb.ts";
import { makeHome } from "./_jupyter.ts";
import { startLab } from "./_lab.ts";
import type { Output } from "./_output.ts";

/** Texts that would run, load, typeset, reverse or flood if they were taken for more than text. */
const texts: Readonly<Record<string, string>> = {
  "a picture that fails": `<img src="nowhere.png" onerror="globalThis.harmed = 1">`,
  "the end of a script": `</script><script>globalThis.harmed = 1</script>`,
  "the end of a style":
    `</style></svg><svg onload="globalThis.harmed = 1"><style>* { display: none`,
  "mathematics": String.raw`$\href{javascript:globalThis.harmed=1}{x}$ $$y$$ \(z\) \[w\]`,
  "a link":
    "[a](javascript:globalThis.harmed=1) ![b](nowhere.png) <javascript:globalThis.harmed=1>",
  "a row of a table": "a | b\n--- | ---\n1 | 2",
  "entities": `&lt;b&gt; &amp;amp; "double" 'single' \`code\``,
  "right to left": "\u202egnp.exe\u202c שלום \u2067مرحبا\u2069",
  "control characters": "\u0000\u0007\u001b[31mred\u001b[0m\r\ud800",
  "10,000 characters": "W".repeat(10_000),
};

const setup = `import * as actbook from "@actbook/actbook";
import { escapeMarkdown } from "@actbook/actbook/display";
const { formula, group, markdown, show, table } = actbook;`;

/** Puts a text into every place of every kind of output that takes one. */
function cellFor(text: string): string {
  return `{
  const text = ${JSON.stringify(text)};
  await show(
    ${kinds.map(({ withText }) => `(${withText})(actbook, text)`).join(",\n    ")},
    table([{ [text]: text, n: 1 }, { [text]: "b", n: 2 }], { caption: text }),
    markdown("Text: " + escapeMarkdown(text)),
    group(markdown(escapeMarkdown(text)), table([{ text }])),
    text,
  );
}`;
}

/** Formulas are mathematics, so these are typeset or refused; nothing may run. */
const formulas = `for (const tex of [
  String.raw\`\\href{javascript:globalThis.harmed=1}{x}\`,
  String.raw\`\\text{</script><img src="nowhere.png" onerror="globalThis.harmed=1">}\`,
  String.raw\`a < b > c & d <b onclick="globalThis.harmed=1">e</b>\`,
]) await show(formula(tex));`;

const names = Object.keys(texts);

function notebook(): string {
  const cells = names.map((name) => ({ code: cellFor(texts[name]) }));
  return notebookOf(["# Hostile texts", { code: setup }, ...cells, { code: formulas }]);
}

/** Behind a chart of each kind stands a table. */
const tableAt = kinds.length;

/** The parts of a group are outputs of their own. */
const perText = kinds.length + 5;

/** What a text did that it must not do; `page` is where it is shown. */
async function harm(
  { page, complaints }: WatchedPage,
  outputs: readonly Output[],
): Promise<string[]> {
  const harmed = await page.evaluate<unknown>("globalThis.harmed");
  const found = harmed === undefined ? [] : ["a script ran"];
  for (const [i, name] of names.entries()) {
    const own = outputs.filter(({ cell }) => cell === i + 2);
    if (own.length !== perText) {
      found.push(`${name}: ${own.length} outputs of ${perText}: ${own.at(-1)?.text}`);
    }
    for (const [j, output] of own.entries()) {
      const fault = (text: string) => found.push(`${name}, output ${j}: ${text}`);
      if (output.scripts > 0) fault("a script is in it");
      if (output.strangers > 0) fault("a picture from elsewhere is in it");
      if (output.formulas > 0) fault("it was typeset");
      if (output.height > 2500) fault(`it is ${output.height} pixels high`);
    }
    const { rows } = own[tableAt] ?? {};
    if (rows !== 2) found.push(`${name}: the table has ${rows} rows of 2`);
  }
  const inFormulas = outputs.filter(({ cell }) => cell === names.length + 2);
  if (inFormulas.length !== 3) found.push(`${inFormulas.length} formulas of 3`);
  for (const { scripts, strangers, text } of inFormulas) {
    if (scripts + strangers > 0) found.push(`a formula became more than that: ${text}`);
  }
  return [
    ...found,
    ...complaints.filter((text) => !text.includes("https://cdnjs.cloudflare.com/")),
  ];
}

/** The tables show the text itself. */
function checkLiteral(outputs: readonly Output[]): void {
  for (const name of ["a picture that fails", "the end of a script", "mathematics", "entities"]) {
    const table = outputs.filter(({ cell }) => cell === names.indexOf(name) + 2)[tableAt];
    assertStringIncludes(table.text, texts[name]);
  }
}

/** Points at the charts, so that tooltips come up. */
async function pointAtCharts({ page }: WatchedPage): Promise<void> {
  const charts = page.locator(".jp-OutputArea-output :is(canvas, svg.marks)");
  for (const chart of (await charts.all()).slice(0, 12)) {
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (!box) continue;
    for (const part of [0.3, 0.5, 0.7]) {
      await page.mouse.move(box.x + box.width * part, box.y + box.height * 0.5);
    }
  }
}

Deno.test("hostile texts are shown as text and do nothing", async (t) => {
  await using home = await makeHome();
  await using browser = await startBrowser();
  const name = "hostile.ipynb";
  await Deno.writeTextFile(`${home.notebooks}/${name}`, notebook());

  await t.step("in a trusted notebook in JupyterLab", async () => {
    await using lab = await startLab(home);
    const open = await lab.open(browser, name);
    await open.runAll();
    await open.save();
    await open.screenshot("hostile-lab");
    await pointAtCharts(open);
    const outputs = await open.outputs();
    assertEquals(await harm(open, outputs), []);
    checkLiteral(outputs);
    await open.close();
  });

  await t.step("in an untrusted notebook in JupyterLab", async () => {
    await using stranger = await makeHome();
    await Deno.copyFile(`${home.notebooks}/${name}`, `${stranger.notebooks}/${name}`);
    await using lab = await startLab(stranger);
    const open = await lab.open(browser, name);
    assert(!await open.trusted());
    await pointAtCharts(open);
    const outputs = await open.outputs();
    assertEquals(await harm(open, outputs), []);
    checkLiteral(outputs);
    await open.close();
  });

  await t.step("in nbconvert's HTML", async () => {
    const html = await openAsHtml(browser, home, name);
    const outputs = await html.outputs();
    assertEquals(await harm(html, outputs), []);
    checkLiteral(outputs);
    await html.page.screenshot({
      path: `${import.meta.dirname}/screenshots/hostile-html.png`,
      fullPage: true,
    });
  });
});
