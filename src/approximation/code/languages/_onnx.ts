import type { Graph, GraphStep } from "../_graph.ts";
import { lines, single } from "./_language.ts";

const operators: Readonly<Record<string, string>> = {
  add: "Add",
  subtract: "Sub",
  multiply: "Mul",
  divide: "Div",
  power: "Pow",
  exp: "Exp",
  sqrt: "Sqrt",
  floor: "Floor",
  tanh: "Tanh",
  abs: "Abs",
  sign: "Sign",
  min: "Min",
  max: "Max",
  greater: "Greater",
  equal: "Equal",
  select: "Where",
  atanh: "Atanh",
  gather: "Gather",
  place: "Cast <to = 7>",
  one: "Constant <value = float {1.0}>",
  two: "Constant <value = float {2.0}>",
};

/** One step of a graph as steps that ONNX has operators for. */
function standard(step: GraphStep): GraphStep[] {
  const { operation, of: [u], result } = step;
  const part = (suffix: string) => `${result}_${suffix}`;
  const chain = (...steps: readonly [string, string, ...string[]][]): GraphStep[] =>
    steps.map(([result, operation, ...of]) => ({ operation, of, result }));
  switch (operation) {
    case "expm1": // 2t/(1 − t) with t = tanh(u/2)
      return chain(
        [part("one"), "one"],
        [part("two"), "two"],
        [part("half"), "divide", u, part("two")],
        [part("t"), "tanh", part("half")],
        [part("twice"), "add", part("t"), part("t")],
        [part("rest"), "subtract", part("one"), part("t")],
        [result, "divide", part("twice"), part("rest")],
      );
    case "log1p": // 2 artanh(u/(2 + u))
      return chain(
        [part("two"), "two"],
        [part("sum"), "add", part("two"), u],
        [part("t"), "divide", u, part("sum")],
        [part("a"), "atanh", part("t")],
        [result, "add", part("a"), part("a")],
      );
    case "look":
      return chain([part("place"), "place", step.of[1]], [
        result,
        "gather",
        u,
        part("place"),
      ]);
    default:
      return [step];
  }
}

/**
 * A model of ONNX in its text format, of standard operators only: `onnx.parser.parse_model` reads it.
 */
export function onnx(name: string, note: readonly string[], graph: Graph): string {
  const { constants, tables, result } = graph;
  const steps = graph.steps.flatMap(standard);
  const rename = (text: string) => text === result ? "y" : text;
  return lines(
    note.map((line) => `# ${line}`),
    '<ir_version: 8, opset_import: ["" : 18]>',
    `${name} (float[N] x) => (float[N] y)`,
    "{",
    constants.map(({ name, value }) =>
      `  ${name} = Constant <value = float {${single(value)}}> ()`
    ),
    tables.map(({ name, values }) =>
      `  ${name} = Constant <value = float[${values.length}] {${values.map(single).join(", ")}}> ()`
    ),
    steps.map(({ operation, of, result }) =>
      `  ${rename(result)} = ${operators[operation]} (${of.join(", ")})`
    ),
    steps.length === 0 ? [`  y = Identity (${result})`] : [],
    "}",
  );
}
