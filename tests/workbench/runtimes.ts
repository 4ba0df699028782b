/**
 * GELU as runtimes compute it: their formulas, from their public sources.
 *
 * @module
 */

import { type Expression, expression as ex } from "../../src/approximation/expression.ts";
import type { RealFunction } from "../../src/calculus/real_function.ts";
import { costOf } from "../../src/approximation/cost.ts";
import type { Cost } from "../../src/calculus/cost.ts";
import type { Arithmetic } from "../../src/workbench/arithmetic.ts";
import { inArithmetic } from "../../src/workbench/in_arithmetic.ts";

/** A form, in any arithmetic. */
export interface Form {
  readonly name: string;
  readonly source: string;
  readonly operations: Cost;
  readonly f: (arithmetic: Arithmetic) => RealFunction | ((x: number) => number);
}

const { add, multiply, divide, subtract, polynomial } = ex;
const square = (u: Expression) => multiply(u, u);

function single(name: string, source: string, expression: Expression): Form {
  return {
    name,
    source,
    operations: costOf(expression),
    f: (arithmetic) =>
      inArithmetic({ family: { title: name, expression }, parameters: {} }, arithmetic),
  };
}

/** 0.5x(1 + tanh(√(2/π)x(1 + 0.044715x²))), with the hyperbolic tangent itself. */
const ggmlTanh = multiply(
  multiply(0.5, "x"),
  add(
    1,
    ex.tanh(
      multiply(
        multiply(0.7978845608028654, "x"),
        add(1, multiply(multiply(0.044715, "x"), "x")),
      ),
    ),
  ),
);

/** x(1/(1 + e^(−1.702x))). */
const ggmlQuick = multiply("x", divide(1, add(1, ex.exp(multiply(-1.702, "x")))));

const scaled = multiply("x", Math.SQRT1_2);
const half = multiply(0.5, "x");

/** XLA's rational erf of a clamped argument. */
const clamped = ex.max(-3.7439211627767994, ex.min(3.7439211627767994, scaled));
const xlaSquare = square(clamped);
const xlaErf = divide(
  multiply(
    clamped,
    polynomial(xlaSquare, [
      1.128379143519084,
      0.18520832239976145,
      0.050955695062380861,
      0.0034082910107109506,
      0.00022905065861350646,
    ]),
  ),
  polynomial(xlaSquare, [
    1,
    0.49746925110067538,
    0.11098505178285362,
    0.014070470171167667,
    0.0010179625278914885,
    0.000023547966471313185,
    -1.1791602954361697e-7,
  ]),
);

/** ONNX Runtime's erf in two pieces. */
const size = ex.min(ex.abs(scaled), 3.925);
const sizeSquare = square(size);
const near = add(
  multiply(
    size,
    polynomial(sizeSquare, [
      1.28379151e-1,
      -3.76124859e-1,
      1.12818025e-1,
      -2.67667342e-2,
      4.99339588e-3,
      -5.99104969e-4,
    ]),
  ),
  size,
);
const far = subtract(
  1,
  ex.exp(
    multiply(
      -1,
      add(
        multiply(
          size,
          polynomial(size, [
            1.28717512e-1,
            6.34846687e-1,
            1.06777847e-1,
            -2.42545605e-2,
            3.88393435e-3,
            -3.8320868e-4,
            1.7294893e-5,
          ]),
        ),
        size,
      ),
    ),
  ),
);
const onnxNear = multiply(half, add(1, multiply(ex.sign("x"), near)));
const onnxFar = multiply(half, add(1, multiply(ex.sign("x"), far)));

/** Φ by formula 7.1.26 of Abramowitz and Stegun. */
const t = divide(1, add(1, multiply(0.3275911, ex.abs(scaled))));
const hastings = subtract(
  1,
  multiply(
    multiply(
      t,
      polynomial(t, [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429]),
    ),
    ex.exp(multiply(-1, square(scaled))),
  ),
);

/** The forms that are compared. */
export const forms: readonly Form[] = [
  single("tanh form, as in llama.cpp", "ggml, `ggml_gelu_f32`", ggmlTanh),
  single("sigmoid form, as in llama.cpp", "ggml, `ggml_gelu_quick_f32`", ggmlQuick),
  single(
    "Abramowitz and Stegun 7.1.26",
    "Handbook of Mathematical Functions, 1964",
    multiply(half, add(1, multiply(ex.sign("x"), hastings))),
  ),
  single("rational erf, as in XLA", "OpenXLA, `ErfImpl32`", multiply(half, add(1, xlaErf))),
  {
    name: "erf in two pieces, as in ONNX Runtime",
    source: "MLAS, `MlasErfKernel`",
    operations: costOf(onnxFar),
    f: (arithmetic) => {
      const [inner, outer] = [onnxNear, onnxFar].map((expression) =>
        inArithmetic({ family: { title: "", expression }, parameters: {} }, arithmetic)
      );
      return (x) => Math.abs(x) * Math.SQRT1_2 > 0.921875 ? outer(x) : inner(x);
    },
  },
];
