import type { Graph } from "../_graph.ts";
import { lines, single } from "./_language.ts";

const operators: Readonly<Record<string, string>> = {
  add: "Add",
  subtract: "Sub",
  multiply: "Mul",
  divide: "Div",
  power: "Pow",
  exp: "Exp",
  tanh: "Tanh",
  abs: "Abs",
  sign: "Sign",
  min: "Min",
  max: "Max",
  greater: "Greater",
  equal: "Equal",
  select: "Where",
};

/**
 * A model of ONNX in its text format, of standard operators only: `onnx.parser.parse_model` reads it.
 */
export function onnx(name: string, note: readonly string[], graph: Graph): string {
  const { constants, steps, result } = graph;
  const rename = (text: string) => text === result ? "y" : text;
  return lines(
    note.map((line) => `# ${line}`),
    '<ir_version: 8, opset_import: ["" : 18]>',
    `${name} (float[N] x) => (float[N] y)`,
    "{",
    constants.map(({ name, value }) =>
      `  ${name} = Constant <value = float {${single(value)}}> ()`
    ),
    steps.map(({ operation, of, result }) =>
      `  ${rename(result)} = ${operators[operation]} (${of.join(", ")})`
    ),
    steps.length === 0 ? [`  y = Identity (${result})`] : [],
    "}",
  );
}
