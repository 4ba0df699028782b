import { assertEquals, assertGreaterOrEqual } from "@std/assert";
import { bundleOf, showOn } from "../../../src/display/output/_show_on.ts";
import { bars } from "../../../src/display/charts/bars.ts";
import { formula } from "../../../src/display/texts/formula.ts";
import { show } from "../../../src/display/output/show.ts";

/** A kernel that keeps what it is told. */
function fakeKernel() {
  const sent: unknown[] = [];
  return {
    sent,
    broadcast: (type: string, content: unknown) => {
      sent.push([type, content]);
      return Promise.resolve();
    },
  };
}

Deno.test("show() sends each thing in order, in all its formats, and resolves to nothing", async () => {
  const kernel = fakeKernel();
  assertEquals(await showOn(kernel, [formula("x"), "a text", -0, NaN, [1, "b"]]), undefined);
  const outputs = kernel.sent as [string, { data: Record<string, unknown> }][];
  assertEquals(outputs.map(([type]) => type), new Array(5).fill("display_data"));
  assertEquals(outputs.map(([, { data }]) => data["text/plain"]), [
    "x",
    "a text",
    "-0",
    "NaN",
    '[ 1, "b" ]',
  ]);
  assertEquals(outputs[0][1].data["text/latex"], "$$x$$");
});

Deno.test("show() sends the words of a picture beside it", async () => {
  const kernel = fakeKernel();
  const chart = bars([{ title: "a", value: 1 }], { alt: "one bar" });
  await showOn(kernel, [chart, chart.with({ renderer: "png" }), "text"]);
  const metadata = (kernel.sent as [string, { metadata: unknown }][]).map(([, sent]) =>
    sent.metadata
  );
  const words = { alt: "one bar" };
  assertEquals(metadata, [{ "image/svg+xml": words }, { "image/png": words }, {}]);
});

Deno.test("show() waits for the kernel to send before it resolves", async () => {
  const before = performance.now();
  await showOn(fakeKernel(), []);
  // A timer may fire up to a millisecond early by this clock.
  assertGreaterOrEqual(performance.now() - before, 4);
});

Deno.test("show() waits for a bundle that takes time", async () => {
  const slow = {
    [Symbol.for("Jupyter.display")]: () => Promise.resolve({ "text/plain": "drawn" }),
  };
  assertEquals(await bundleOf(slow), { "text/plain": "drawn" });
});

Deno.test("show() prints plain text outside of a notebook", async () => {
  const lines: unknown[] = [];
  const { log } = console;
  try {
    console.log = (line: unknown) => lines.push(line);
    assertEquals(await show(formula("x"), "text", 1n), undefined);
  } finally {
    console.log = log;
  }
  assertEquals(lines, ["x", "text", "1n"]);
});
