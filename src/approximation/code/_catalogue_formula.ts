import { gelu as exactGelu } from "../../activations/gelu.ts";
import type { Origin } from "../../activations/origin.ts";
import { once } from "../../special/_once.ts";
import { differentiateExpression } from "../differentiate_expression.ts";
import { type Expression, expression as ex } from "../expression.ts";
import { exp2Tail } from "../families/exp2_tail.ts";
import { fitFamily } from "../fit_family.ts";
import { bind } from "./_bind.ts";
import type { CodeFormat } from "./languages/_language.ts";

type Values = Readonly<Record<string, number>>;

const { add, subtract, multiply, divide, max, min } = ex;
const number = (value: number): Expression => ({ kind: "number", value });
const x: Expression = { kind: "name", name: "x" };
const size = ex.abs(x);
const relu = max(x, 0);
const below = min(x, 0);

const swish = (k: number) => k === 0 ? multiply(0.5, x) : multiply(x, ex.sigmoid(multiply(k, x)));
const sloped = (slope: number) => add(relu, multiply(slope, below));
const tail = (height: number, width: number) =>
  ex.piecewise(x, [0], [multiply(height, ex.expm1(divide(below, width))), x]);
const clipped = (low: number, high: number) => max(low, min(high, x));
/** max(u, 0) + ln(1 + e^(−|u|)), in which nothing overflows or cancels. */
const softplus = (u: Expression) => add(max(u, 0), ex.log1p(ex.exp(subtract(0, ex.abs(u)))));

/** x·n/(n + 2) with n = e(e + 2), where e = e^(−|x|) and for x > 0 all is over e². */
function mish(): Expression {
  const e = ex.exp(subtract(0, size));
  const left = multiply(e, add(e, 2));
  const right = add(multiply(2, e), 1);
  return ex.piecewise(x, [0], [
    multiply(x, divide(left, add(left, 2))),
    multiply(x, divide(right, add(right, multiply(2, multiply(e, e))))),
  ]);
}

/** |x| + ln((1 + e^(−2|x|))/2), and near 0, where that cancels, x times half of tanh of half. */
const logCosh = () => add(size, ex.log1p(multiply(0.5, ex.expm1(multiply(-2, size)))));

/** GELU as well as float32 can: relu(x) − |x|·2^q(|x|), fitted when it is first asked for. */
const gelu = once((): Expression => {
  const family = exp2Tail({ degree: 6, clamp: 12 });
  const { parameters } = fitFamily({ target: exactGelu, family, domain: [-12, 12] });
  return bind(family.expression!, parameters);
});

/** Each function that can be computed by what all languages have, by id. */
const formulas: Readonly<Record<string, (p: Values) => Expression>> = {
  celu: ({ alpha }) => tail(alpha, alpha),
  elu: ({ alpha }) => tail(alpha, 1),
  exponential: () => ex.exp(x),
  gelu,
  gelu10: () => min(10, gelu()),
  geluSigmoid: ({ k }) => swish(k),
  geluTanh: ({ c }) => {
    const slope = Math.sqrt(2 / Math.PI);
    return multiply(
      x,
      ex.gate(multiply(multiply(slope, x), ex.polynomial(multiply(x, x), [1, c]))),
    );
  },
  hardShrink: ({ lambda }) => ex.piecewise(size, [upTo(lambda)], [number(0), x]),
  hardSigmoid: ({ slope }) => max(0, min(1, add(multiply(slope, x), 0.5))),
  hardSwish: () => multiply(x, max(0, min(1, divide(add(x, 3), 6)))),
  hardTanh: ({ low, high }) => clipped(low, high),
  identity: () => x,
  leakyRelu: ({ negativeSlope }) => sloped(negativeSlope),
  lisht: () => multiply(x, ex.tanh(x)),
  logCosh,
  logSigmoid: () => subtract(0, softplus(subtract(0, x))),
  mish,
  prelu: ({ slope }) => sloped(slope),
  relu: () => relu,
  relu6: () => clipped(0, 6),
  rrelu: ({ lower, upper }) => sloped((lower + upper) / 2),
  selu: ({ alpha, scale }) =>
    ex.piecewise(x, [0], [multiply(scale * alpha, ex.expm1(below)), multiply(scale, x)]),
  sigmoid: () => ex.sigmoid(x),
  silu: () => swish(1),
  softShrink: ({ lambda }) => subtract(x, clipped(-lambda, lambda)),
  softplus: ({ beta }) => divide(softplus(multiply(beta, x)), beta),
  softplusThreshold: ({ beta, threshold }) =>
    ex.piecewise(x, [upTo(threshold / beta)], [divide(softplus(multiply(beta, x)), beta), x]),
  softsign: () => divide(x, add(1, size)),
  sparsePlus: () => {
    const raised = add(x, 1);
    return ex.piecewise(x, [-1, 1], [number(0), multiply(0.25, multiply(raised, raised)), x]);
  },
  sparseSigmoid: () => max(0, min(1, multiply(0.5, add(x, 1)))),
  sqrtSoftplus: () => ex.sqrt(softplus(x)),
  squaredRelu: () => multiply(relu, relu),
  squareplus: ({ b }) => {
    // For x < 0 the other root, as the sum would cancel.
    const root = ex.sqrt(add(multiply(x, x), b));
    return ex.piecewise(x, [0], [
      divide(0.5 * b, subtract(root, x)),
      multiply(0.5, add(x, root)),
    ]);
  },
  swish: ({ beta }) => swish(beta),
  tanh: () => ex.tanh(x),
  threshold: ({ theta, value }) => ex.piecewise(x, [upTo(theta)], [number(value), x]),
};

/** A break at which the left piece still holds. */
const upTo = (at: number) => at + Math.max(Math.abs(at) * 2 ** -52, Number.MIN_VALUE);

/** Those of them that are approximated, and only well enough for float32. */
const approximated = ["gelu", "gelu10"];

/** The formula of f, f′ or f″ of the catalogue, and what is to be said of it. */
export function catalogueFormula(
  { id, parameters, order }: Origin,
  format: CodeFormat,
): { expression: Expression; note: string } {
  const make = formulas[id];
  if (!make) {
    throw new TypeError(
      `Cannot export ${id} as it must be made of exponentials, tangents, roots and arithmetic: fit a ` +
        "family to it, or take pieces",
    );
  }
  const rough = approximated.includes(id);
  if (rough && format === "float64") {
    throw new TypeError(
      `Cannot export ${id} in float64 as not all languages have an erf: fit a family to it, ` +
        "or take float32",
    );
  }
  let expression = bind(make(parameters), {});
  for (let k = 0; k < order; k++) expression = bind(differentiateExpression(expression, "x"), {});
  return {
    expression,
    note: rough ? ", as relu(x) − |x|·2^q(|x|) with q of degree 6" : "",
  };
}
