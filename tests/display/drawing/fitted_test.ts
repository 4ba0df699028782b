import { assert, assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import * as vega from "vega";
import { compile } from "vega-lite";
import { curves } from "../../../src/display/charts/curves.ts";
import { type Chart, chart, type Spec } from "../../../src/display/drawing/chart.ts";
import { widthOf } from "../../../src/display/drawing/_fitted.ts";
import { renderers } from "../../../src/display/drawing/renderers.ts";
import { mime } from "../../../src/display/bundle.ts";

const two = [{ title: "tanh", f: Math.tanh }, { title: "sine", f: Math.sin }];

async function sent(drawn: Chart): Promise<Spec> {
  return (await drawn.bundle())[mime.vegaLite] as Spec;
}

/** How wide a front end draws a spec in a place and a window of so many pixels. */
async function drawnWidth(spec: Spec, place: number, window: number): Promise<number> {
  const compiled = JSON.stringify(compile(structuredClone(spec)).spec)
    .replaceAll("containerSize()[0]", `${place}`).replaceAll("windowSize()[0]", `${window}`);
  const view = new vega.View(vega.parse(JSON.parse(compiled)), { renderer: "none" });
  return widthOf(await view.toSVG());
}

Deno.test("a front end draws a chart no wider than its place, and as wide as ever where there is room", async () => {
  const drawn = curves(two);
  const spec = await sent(drawn);
  const widest = widthOf(await drawn.svg());
  assertEquals(await drawnWidth(spec, 1200, 1600), widest);
  assertEquals(await drawnWidth(spec, 300, 1600), 300);
  // The place is as wide as the chart in it: the window decides.
  assertEquals(await drawnWidth(spec, widest, 390), 280);
  assertEquals(await drawnWidth(spec, 0, 390), 280);
  assertEquals(await drawnWidth(spec, 12, 390), 200);
  // Where there is neither, as outside of a page.
  assertEquals(await drawnWidth(spec, NaN, NaN), widest);
});

Deno.test("panels, and what has a width of its own, are left alone", async () => {
  const panels = curves(two.map((curve) => ({ ...curve, group: curve.title })));
  assertFalse("autosize" in await sent(panels));
  const base = {
    data: { values: [{ a: 1 }] },
    mark: "point",
    encoding: { x: { field: "a", type: "quantitative" }, y: { field: "a", type: "nominal" } },
  } as const;
  for (
    const own of [
      {},
      { width: "container" },
      { width: 200, height: { step: 9 } },
      { width: 200, height: 100, autosize: "fit" },
    ] as const
  ) {
    const spec = { ...base, ...own } as unknown as Spec;
    assertEquals(
      (await sent(chart(spec)) as { width?: unknown }).width,
      (own as { width?: unknown }).width,
    );
  }
  const params = [{ name: "width", value: 100 }];
  const height = 100;
  const named = await sent(chart({ ...base, width: 200, height, params } as unknown as Spec));
  assertEquals((named as { params?: unknown }).params, params);
});

Deno.test("a chart in HTML is no wider than its page either", async () => {
  const drawn = curves(two).with({ renderer: "html" });
  assertStringIncludes(`${(await drawn.bundle())[mime.html]}`, "containerSize()");
  assert(renderers.names.includes("html"));
});
