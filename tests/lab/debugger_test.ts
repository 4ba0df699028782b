import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import type { Locator, Page } from "playwright-core";
import { startBrowser } from "./_browser.ts";
import { notebookOf } from "./_ipynb.ts";
import { makeHome } from "./_jupyter.ts";
import { startLab } from "./_lab.ts";
import { installOwnKernel, ownKernel } from "./_own_kernel.ts";

const cells = [
  `interface Point { across: number; up: number }
const points: Point[] = [{ across: 3, up: 4 }, { across: 5, up: 12 }];
/** How far a point is from the origin. */
function norm({ across, up }: Point): number {
  const squared: number = across * across + up * up;
  return Math.sqrt(squared);
}`,
  `let total: number = 0;
for (const point of points) {
  total += norm(point);
}
total`,
  "const word: string = total;",
  "points[0].",
  "norm(",
];
const screenshots = `${import.meta.dirname}/screenshots`;

/** What the tests do to the page; everything waits until it can be done. */
function handsOn(page: Page) {
  const cell = (index: number) => page.locator(".jp-Notebook .jp-CodeCell").nth(index);
  const sidebar = page.locator("#jp-debugger-sidebar");
  return {
    cell,
    async run(index: number): Promise<void> {
      await cell(index).locator(".cm-content").click();
      await page.keyboard.press("Shift+Enter");
    },
    async ran(index: number): Promise<void> {
      await cell(index).locator(".jp-InputPrompt", { hasText: /\[\d+\]/ }).waitFor();
    },
    async startDebugger(): Promise<void> {
      await page.locator('.jp-DebuggerBugButton:not([aria-disabled="true"])').click();
      await page.locator('.jp-DebuggerBugButton[aria-pressed="true"]').waitFor();
      if (!await sidebar.isVisible()) {
        await page.locator('.lm-TabBar-tab[data-id="jp-debugger-sidebar"]').click();
      }
      await sidebar.waitFor();
    },
    /** Clicks beside a line of a cell. */
    async setBreakpoint(index: number, line: number): Promise<void> {
      await again(sidebar.locator(".jp-DebuggerBreakpoint"), async () => {
        const place = await cell(index).locator(".cm-line").nth(line - 1).boundingBox();
        const gutter = await cell(index).locator(".cm-gutters").boundingBox();
        await page.mouse.click(gutter!.x + 6, place!.y + place!.height / 2);
      });
    },
    /** The lines of the stack, once the innermost is this one. */
    async stoppedAt(name: string, line: number): Promise<string[]> {
      const frames = sidebar.locator(".jp-DebuggerCallstackFrame");
      await frames.first().filter({ hasText: new RegExp(`^${name}.*:${line}$`, "s") }).waitFor();
      return await frames.allInnerTexts();
    },
    async press(title: string): Promise<void> {
      await sidebar.locator(`jp-button[title^="${title}"]`).first().click();
    },
    /** Waits until the list of variables has this one. */
    async shows(name: string, value = ""): Promise<void> {
      const hasText = new RegExp(`${name}[:\\s]*${value}`);
      await sidebar.locator(".jp-DebuggerVariables", { hasText }).waitFor();
    },
  };
}

/** Does something until what it leads to is seen: on a busy machine JupyterLab gives up waiting. */
async function again(seen: Locator, act: () => Promise<void>): Promise<void> {
  for (let trial = 1; trial <= 10; trial++) {
    await act();
    if (await seen.waitFor({ timeout: 10_000 }).then(() => true, () => false)) return;
  }
  throw new Error("It was not seen after ten trials");
}

Deno.test("cells are debugged, checked, completed and explained in JupyterLab", async (t) => {
  await using made = await makeHome();
  // deno.json excludes the folder of the others, and with that switches off what the types know there.
  const home = { ...made, notebooks: await Deno.makeTempDir({ dir: made.folder }) };
  await installOwnKernel(home);
  const text = notebookOf(cells.map((code) => ({ code })), ownKernel);
  await Deno.writeTextFile(`${home.notebooks}/debug.ipynb`, text);
  await Deno.mkdir(screenshots, { recursive: true });
  await using lab = await startLab(home);
  await using browser = await startBrowser();
  const notebook = await lab.open(browser, "debug.ipynb"), { page } = notebook;
  page.setDefaultTimeout(Number(Deno.env.get("LAB_TIMEOUT") ?? 120_000));
  await page.setViewportSize({ width: 1500, height: 950 });
  const { cell, run, ran, startDebugger, setBreakpoint, stoppedAt, press, shows } = handsOn(page);
  const picture = (name: string) => page.screenshot({ path: `${screenshots}/${name}.png` });

  await t.step("a cell stops at a breakpoint, steps, shows its variables and goes on", async () => {
    await startDebugger();
    await run(0);
    await ran(0);
    await setBreakpoint(1, 3);
    await run(1);
    assertEquals((await stoppedAt("cell 2", 3)).length, 1);
    await cell(1).locator(".jp-DebuggerEditor-highlight").waitFor();
    await shows("point");
    await press("Step In");
    assertEquals((await stoppedAt("norm", 5)).length, 2);
    await shows("across", "3");
    await press("Next");
    await stoppedAt("norm", 6);
    await shows("squared", "25");
    await picture("debugger");
    await press("Continue");
    await stoppedAt("cell 2", 3);
    await press("Continue");
    await cell(1).locator(".jp-OutputArea-output", { hasText: "18" }).waitFor();
  });
  await t.step("the variables of all cells are there without a breakpoint", async () => {
    await shows("total", "18");
  });
  await t.step("a type error is told above the output, and the cell runs", async () => {
    const warning = cell(2).locator('[data-mime-type="application/vnd.jupyter.stderr"]');
    // Nobody waits for the language service while it starts: the cell runs unchecked.
    await again(warning, () => run(2));
    assertMatch(
      await warning.innerText(),
      /TS2322 [^]*at cell \d+:1:7[^]*\^\^\^\^[^]*errors\/#ts2322/,
    );
    await ran(2);
    await picture("types");
  });
  await t.step("Tab completes with the members that the types know", async () => {
    await cell(3).locator(".cm-content").click();
    await page.keyboard.press("Control+End");
    const items = page.locator(".jp-Completer-item");
    await again(items.first(), () => page.keyboard.press("Tab"));
    assertEquals((await items.locator(".jp-Completer-match").allInnerTexts()).slice(0, 2), [
      "across",
      "up",
    ]);
    await picture("completion");
    await page.keyboard.press("Escape");
  });
  await t.step("Shift-Tab explains the call", async () => {
    await cell(4).locator(".cm-content").click();
    await page.keyboard.press("Control+End");
    const tooltip = page.locator(".jp-Tooltip", { hasText: "norm(" });
    await again(tooltip, () => page.keyboard.press("Shift+Tab"));
    const shown = await tooltip.innerText();
    assertStringIncludes(shown, "norm({ across, up }: Point): number");
    assertStringIncludes(shown, "How far a point is from the origin.");
    await picture("hover");
  });
  assertEquals(notebook.complaints, []);
  await notebook.close();
});
