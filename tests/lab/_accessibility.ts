import axe from "axe-core";
import type { Page } from "playwright-core";

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Elements that are not ours. */
const notOurs = [
  // JupyterLab's menu of a chart ("Save as SVG" and the like) has no words for its button.
  [".vega-embed > details > summary"],
  // Its Vega-Lite gives no words to the areas in which a point is the nearest to the pointer.
  [".vega-embed .mark-path[class*=voronoi]"],
  // JupyterLab shows a PNG without words, whatever comes with it.
  [".jp-RenderedImage[data-mime-type='image/png'] img"],
];

/** Rules about what the page around our outputs does, with what it does. */
const notOurRules = [
  "scrollable-region-focusable", // JupyterLab lets a wide output scroll, and gives it no focus
  "link-in-text-block", // nbconvert draws links in text by colour only
];

/** What axe-core finds serious or critical in the outputs of a page, a line each. */
export async function barriers(page: Page): Promise<string[]> {
  const context = { include: [[".jp-OutputArea-output"]], exclude: notOurs };
  return await barriersOf(page, context, notOurRules);
}

/** What axe-core finds serious or critical on a page, or on the part of it that is given. */
export async function barriersOf(
  page: Page,
  context: object = {},
  leftOut: readonly string[] = [],
): Promise<string[]> {
  await page.evaluate(axe.source);
  const within = "include" in context ? JSON.stringify(context) : "document";
  const violations = await page.evaluate<Violation[]>(
    `axe.run(${within}).then((result) => result.violations)`,
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .filter(({ id }) => !leftOut.includes(id))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) =>
        `${id}: ${help}: ${html.slice(0, 200)}: ${failureSummary}`
      )
    );
}
