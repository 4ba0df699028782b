import type { Graph } from "../_graph.ts";
import { lines, single } from "./_language.ts";

const operators: Readonly<Record<string, string>> = {
  add: "add",
  subtract: "subtract",
  multiply: "multiply",
  divide: "divide",
  power: "power",
  exp: "exponential",
  expm1: "exponential_minus_one",
  log1p: "log_plus_one",
  sqrt: "sqrt",
  floor: "floor",
  tanh: "tanh",
  abs: "abs",
  sign: "sign",
  min: "minimum",
  max: "maximum",
};

/** How many numbers the function takes: the shape is part of the text. */
const SHAPE = "tensor<1024xf32>";
const TRUTH = "tensor<1024xi1>";

/** A module of StableHLO in its text format, over 1024 numbers. */
export function stablehlo(name: string, note: readonly string[], graph: Graph): string {
  const { constants, tables, steps, result } = graph;
  if (tables.length > 0) {
    throw new TypeError(
      "Cannot export stablehlo as the formula must have no table: it has one",
    );
  }
  const value = (text: string) => `%${text}`;
  return lines(
    note.map((line) => `// ${line}`),
    "module {",
    `  func.func @${name}(%x: ${SHAPE}) -> ${SHAPE} {`,
    constants.map(({ name, value }) =>
      `    %${name} = stablehlo.constant dense<${exponential(single(value))}> : ${SHAPE}`
    ),
    steps.map(({ operation, of, result }) => {
      const [a, b, c] = of.map(value);
      if (operation === "select") {
        return `    %${result} = stablehlo.select ${a}, ${b}, ${c} : ${TRUTH}, ${SHAPE}`;
      }
      if (operation === "greater" || operation === "equal") {
        const direction = operation === "equal" ? "EQ" : "GT";
        return `    %${result} = stablehlo.compare ${direction}, ${a}, ${b}, FLOAT : ` +
          `(${SHAPE}, ${SHAPE}) -> ${TRUTH}`;
      }
      return `    %${result} = stablehlo.${operators[operation]} ${
        [a, b].filter(Boolean).join(", ")
      } : ${SHAPE}`;
    }),
    `    return %${result} : ${SHAPE}`,
    "  }",
    "}",
  );
}

/** MLIR wants a point before an exponent: 1.0e-05. */
function exponential(text: string): string {
  const [mantissa, power] = text.split("e");
  if (power === undefined) return text;
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}e${power}`;
}
