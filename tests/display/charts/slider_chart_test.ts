import { assertEquals, assertStringIncludes } from "@std/assert";
import { sliderChart } from "../../../src/display/charts/slider_chart.ts";

const moving = { title: "kx", expression: "k * x" };
const fixed = { title: "square", f: (x: number) => x * x };
const sliders = [{ name: "k", min: 0, max: 4, value: 2 }];

Deno.test("a slider chart says how large the differences get, at what the sliders have", async () => {
  const chart = sliderChart([moving, fixed], { sliders, domain: [-1, 1], reference: "square" });
  assertStringIncludes(await chart.svg(), "kx: at most 3<");
  const other = { ...sliders[0], value: 0.5 };
  const slow = sliderChart([moving, fixed], {
    sliders: [other],
    domain: [-1, 1],
    reference: "square",
  });
  assertStringIncludes(await slow.svg(), "kx: at most 1.5<");
});

Deno.test("what stands above a panel is not cut off, by older versions of Vega-Lite either", () => {
  const { spec } = sliderChart([moving, fixed], { sliders, reference: "square" });
  const texts: unknown[] = [];
  JSON.stringify(spec, (_, part) => (part?.type === "text" && texts.push(part.clip), part));
  assertEquals(texts, [false]);
});

Deno.test("the axes of both panels stand still where they are told to", () => {
  const { spec } = sliderChart([moving, fixed], {
    sliders,
    reference: "square",
    range: [-1, 1],
    differences: [-2, 2],
  });
  const domains = [...JSON.stringify(spec).matchAll(/"domain":(\[[-\d,]+\])/g)];
  assertEquals(domains.map(([, domain]) => domain), ["[-4,4]", "[-1,1]", "[-4,4]", "[-2,2]"]);
});
