import { shown } from "../../options/shown.ts";
import { eachPart, isPart, type Part } from "./_everywhere.ts";

/** One of these says what a spec draws. */
const drawing = ["mark", "layer", "facet", "repeat", "concat", "hconcat", "vconcat"];

/** Refuses what is no spec, or has nothing to draw, before Vega-Lite stumbles over it. */
export function checkSpec(spec: unknown): void {
  if (!isPart(spec)) fail("the spec must be an object", spec);
  if (!drawing.some((key) => key in spec)) {
    fail(`the spec must have one of ${drawing.join(", ")}`, spec);
  }
  let [hasFields, hasData] = [false, "datasets" in spec];
  eachPart(spec, (part) => {
    hasFields ||= typeof part.field === "string";
    if (part.data === undefined || part.data === null) return;
    hasData = true;
    checkData(part.data);
  });
  if (hasFields && !hasData) fail("the spec must have data, such as { values: rows }", spec);
}

function checkData(data: unknown): void {
  if (!isPart(data)) fail("data must be { values: rows }", data);
  const { values } = data as Part;
  if ("values" in data && (typeof values !== "object" || values === null)) {
    if (typeof values !== "string") fail("the values of data must be rows", values);
  }
}

function fail(how: string, value: unknown): never {
  throw new TypeError(`Cannot draw a chart as ${how}: current value is ${shown(value)}`);
}
