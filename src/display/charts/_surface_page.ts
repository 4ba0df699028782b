import { asExpression, wholePlotlyScript } from "../drawing/_browser_libraries.ts";
import { page } from "../drawing/_page.ts";
import type { Chart } from "../drawing/chart.ts";

/** What a surface is shown by. */
interface SurfaceParts {
  readonly figure: { readonly data: readonly object[]; readonly layout: object };
  readonly still: Chart;
  readonly alt: string;
}

/** A surface as a page that stands alone, with the whole of Plotly in it. */
export async function surfacePage(
  { figure, still, alt }: SurfaceParts,
): Promise<string> {
  const [picture, plotly] = await Promise.all([still.svg(), wholePlotlyScript()]);
  const { data, layout } = figure;
  const start = `const chart = document.getElementById("chart");
chart.replaceChildren();
chart.setAttribute("role", "img");
chart.setAttribute("aria-label", ${asExpression(alt)});
Plotly.newPlot(chart, ${asExpression(data)}, ${asExpression(layout)}, { responsive: true });`;
  return page({ alt, picture, scripts: [plotly, start] });
}
