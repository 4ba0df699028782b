import { chart, curves, scatter } from "@actbook/actbook";
import { mime } from "@actbook/actbook/display";
import { assertEquals } from "@std/assert";

const line = curves([{ title: "tanh", f: Math.tanh }]);
const circle = (count: number) =>
  Array.from({ length: count }, (_, i) => [Math.cos(i), Math.sin(i)] as const);

async function usermeta(drawn: typeof line): Promise<unknown> {
  const spec = (await drawn.bundle())[mime.vegaLite] as { usermeta?: unknown } | undefined;
  return spec?.usermeta;
}

const asSvg = { embedOptions: { renderer: "svg" } };

Deno.test("charts in the page's ink are drawn as SVG by front ends, so that the ink follows", async () => {
  assertEquals(await usermeta(line), asSvg);
  assertEquals(await usermeta(scatter([{ title: "circle", points: circle(100) }])), asSvg);
  const html = String((await line.with({ renderer: "html" }).bundle())[mime.html]);
  assertEquals(html.includes('"embedOptions":{"renderer":"svg"}'), true);
});

Deno.test("charts with an ink of their own are drawn on a canvas", async () => {
  for (const theme of ["light", "dark", "print"]) {
    assertEquals(await usermeta(line.with({ theme })), undefined);
  }
});

Deno.test("charts of thousands of marks are drawn on a canvas, which is faster", async () => {
  const many = chart({
    data: { values: circle(3_500).map(([x, y]) => ({ x, y })) },
    mark: "point",
    encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
  });
  assertEquals(await usermeta(many), undefined);
});

Deno.test("what a spec asks for itself is kept", async () => {
  const spec = { ...line.spec, usermeta: { mine: 1, embedOptions: { renderer: "canvas" } } };
  assertEquals(await usermeta(chart(spec as typeof line.spec)), {
    mine: 1,
    embedOptions: { renderer: "canvas" },
  });
});
