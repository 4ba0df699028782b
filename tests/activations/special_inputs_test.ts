import { assert, assertEquals } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";

const { MAX_VALUE: M, MIN_VALUE: q } = Number;
const oo = Infinity;

/** The inputs, from left to right; NaN is tested apart, as it always gives NaN. */
const inputs = [-oo, -M, -q, -0, 0, q, M, oo];

/** What f, f′ and f″ are at those inputs: limits at ±∞, mathematics elsewhere. */
type Rows = readonly [f: readonly number[], first: readonly number[], second: readonly number[]];

const nowhere: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0];
const step = (left: number, right: number) => [left, left, left, left, left, right, right, right];
const bell = (top: number) => [0, 0, top, top, top, top, 0, 0];
const gate = (slope: number, bend: number): Rows => [
  [-0, -0, -slope * q, -0, 0, slope * q, M, oo],
  [0, 0, slope, slope, slope, slope, 1, 1],
  bell(bend),
];
const sloped = (slope: number): Rows => [
  [-oo, -slope * M, -slope * q, -0, 0, q, M, oo],
  step(slope, 1),
  nowhere,
];

const ln2 = Math.LN2;
const root2OverPi = 0.7978845608028654;
const seluDepth = 1.7580993408473766;
const seluScale = 1.0507009873554805;

const answers: Readonly<Record<string, Rows>> = {
  celu: [[-1, -1, -q, -0, 0, q, M, oo], [0, 0, 1, 1, 1, 1, 1, 1], [0, 0, 1, 1, 1, 0, 0, 0]],
  elu: [[-1, -1, -q, -0, 0, q, M, oo], [0, 0, 1, 1, 1, 1, 1, 1], [0, 0, 1, 1, 1, 0, 0, 0]],
  exponential: [
    [0, 0, 1, 1, 1, 1, oo, oo],
    [0, 0, 1, 1, 1, 1, oo, oo],
    [0, 0, 1, 1, 1, 1, oo, oo],
  ],
  gelu: gate(0.5, root2OverPi),
  gelu10: [
    [-0, -0, -q / 2, -0, 0, q / 2, 10, 10],
    [0, 0, 0.5, 0.5, 0.5, 0.5, 0, 0],
    bell(root2OverPi),
  ],
  geluSigmoid: gate(0.5, 0.851),
  geluTanh: gate(0.5, root2OverPi),
  hardShrink: [[-oo, -M, -0, -0, 0, 0, M, oo], [1, 1, 0, 0, 0, 0, 1, 1], nowhere],
  hardSigmoid: [[0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1], bell(1 / 6), nowhere],
  hardSwish: gate(0.5, 1 / 3),
  hardTanh: [[-1, -1, -q, -0, 0, q, 1, 1], bell(1), nowhere],
  identity: [inputs, [1, 1, 1, 1, 1, 1, 1, 1], nowhere],
  laplace: [
    [0, 0, ...Array(4).fill(0.0060944596179356), 1, 1],
    bell(0.06111382879472585),
    bell(0.543042540833653),
  ],
  leakyRelu: sloped(0.01),
  lisht: [[oo, M, 0, 0, 0, 0, M, oo], [-1, -1, -2 * q, -0, 0, 2 * q, 1, 1], bell(2)],
  logCosh: [[oo, M, 0, 0, 0, 0, M, oo], [-1, -1, -q, -0, 0, q, 1, 1], bell(1)],
  logSigmoid: [
    [-oo, -M, -ln2, -ln2, -ln2, -ln2, -0, -0],
    [1, 1, 0.5, 0.5, 0.5, 0.5, 0, 0],
    bell(-0.25),
  ],
  mish: gate(0.6, 0.64),
  prelu: sloped(0.25),
  relu: [[0, 0, 0, 0, 0, q, M, oo], step(0, 1), nowhere],
  relu6: [[0, 0, 0, 0, 0, q, 6, 6], [0, 0, 0, 0, 0, 1, 0, 0], nowhere],
  rrelu: sloped(11 / 48),
  selu: [
    [-seluDepth, -seluDepth, -2 * q, -0, 0, q, oo, oo],
    [0, 0, seluDepth, seluDepth, seluDepth, seluScale, seluScale, seluScale],
    [0, 0, seluDepth, seluDepth, seluDepth, 0, 0, 0],
  ],
  sigmoid: [[0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1], bell(0.25), nowhere],
  silu: gate(0.5, 0.5),
  // The phase of the largest double, from 1300 bits of π.
  snake: [
    [-oo, -M, -q, -0, 0, q, M, oo],
    [NaN, 1.0099237874093505, 1, 1, 1, 1, 0.9900762125906496, NaN],
    [NaN, 1.9999015160186804, 2, 2, 2, 2, 1.9999015160186804, NaN],
  ],
  softShrink: [[-oo, -M, -0, -0, 0, 0, M, oo], [1, 1, 0, 0, 0, 0, 1, 1], nowhere],
  softplus: [[0, 0, ln2, ln2, ln2, ln2, M, oo], [0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1], bell(0.25)],
  softplusThreshold: [
    [0, 0, ln2, ln2, ln2, ln2, M, oo],
    [0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1],
    bell(0.25),
  ],
  softsign: [[-1, -1, -q, -0, 0, q, 1, 1], bell(1), [0, 0, 2, 0, 0, -2, 0, 0]],
  sparsePlus: [
    [0, 0, 0.25, 0.25, 0.25, 0.25, M, oo],
    [0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1],
    bell(0.5),
  ],
  sparseSigmoid: [[0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1], bell(0.5), nowhere],
  sqrtSoftplus: [
    [0, 0, ...Array(4).fill(0.8325546111576978), 1.3407807929942596e154, oo],
    [0, 0, ...Array(4).fill(0.30028060219661246), 3.7291703656001034e-155, 0],
    bell(0.04183696718225514),
  ],
  squaredRelu: [
    [0, 0, 0, 0, 0, 0, oo, oo],
    [0, 0, 0, 0, 0, 2 * q, oo, oo],
    [0, 0, 0, 0, 0, 2, 2, 2],
  ],
  squareplus: [
    [0, 1 / M, 1, 1, 1, 1, M, oo],
    [0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1],
    bell(0.25),
  ],
  swish: gate(0.5, 0.5),
  tanh: [[-1, -1, -q, -0, 0, q, 1, 1], bell(1), [0, 0, 2 * q, 0, 0, -2 * q, 0, 0]],
  tanhShrink: [
    [-oo, -M, -0, -0, 0, 0, M, oo],
    [1, 1, 0, 0, 0, 0, 1, 1],
    [0, 0, -2 * q, -0, 0, 2 * q, 0, 0],
  ],
  threshold: [[0, 0, 0, 0, 0, 0, M, oo], [0, 0, 0, 0, 0, 0, 1, 1], nowhere],
  xielu: [
    [oo, 0.3 * M, -q / 2, -0, 0, q / 2, oo, oo],
    [-0.3, -0.3, 0.5, 0.5, 0.5, 0.5, oo, oo],
    [0, 0, 0.8, 0.8, 0.8, 1.6, 1.6, 1.6],
  ],
};

Deno.test("the table of special inputs has every function of the catalogue", () => {
  assertEquals(Object.keys(answers).sort(), Object.keys(activations).sort());
});

for (const [id, f] of Object.entries(activations)) {
  Deno.test(`${id} and its derivatives are right at special inputs`, () => {
    const orders = [f, f.derivative, f.derivative.derivative];
    orders.forEach((g, order) => {
      assert(Number.isNaN(g(NaN)), `${g.id}(NaN) is ${g(NaN)}`);
      inputs.forEach((x, index) => {
        const right = answers[id][order][index];
        assert(
          same(g(x), right, order === 0 ? x : NaN),
          `${g.id}(${x}) is ${g(x)}, must be ${right}`,
        );
      });
    });
  });
}

/**
 * Equal but for one unit of rounding or one subnormal quantum. For f itself, whose input is given,
 * a 0 has its sign, and next to 0 a fraction of the smallest number may round up to it.
 */
function same(got: number, right: number, x: number): boolean {
  if (Number.isNaN(right) || !Number.isFinite(right)) return Object.is(got, right);
  if (right !== 0) return Math.abs(got - right) <= Math.max(q, Math.abs(right) * Number.EPSILON);
  if (Number.isNaN(x)) return got === 0;
  return Object.is(got, right) || (Math.abs(x) === q && got === x);
}
