/**
 * Every activation by name: the one list to extend.
 *
 * To add a function:
 *
 * 1. Write `src/activations/its_name.ts` that exports `activation({ … })`. The compiler refuses a
 *    record that lacks a field: id, title, LaTeX of f, f′ and f″, parameters with their range, the
 *    three formulas, kinks, asymptotes, sources.
 * 2. Add the line `export * from "./its_name.ts";` below.
 *
 * From then on it is in `activations`, in every table and chart made of the catalogue, and in the
 * tests that loop over it: completeness, special inputs, asymptotes, kinks, and derivatives against
 * differences. For the accuracy table, add its 50-digit formula to the generator in
 * `tests/fixtures/`. Users who only want a function of their own need no file: see
 * {@linkcode defineActivation}.
 *
 * @module
 */

export * from "./celu.ts";
export * from "./elu.ts";
export * from "./exponential.ts";
export * from "./gelu.ts";
export * from "./gelu10.ts";
export * from "./gelu_sigmoid.ts";
export * from "./gelu_tanh.ts";
export * from "./hard_shrink.ts";
export * from "./hard_sigmoid.ts";
export * from "./hard_swish.ts";
export * from "./hard_tanh.ts";
export * from "./identity.ts";
export * from "./laplace.ts";
export * from "./leaky_relu.ts";
export * from "./lisht.ts";
export * from "./log_cosh.ts";
export * from "./log_sigmoid.ts";
export * from "./mish.ts";
export * from "./prelu.ts";
export * from "./relu.ts";
export * from "./relu6.ts";
export * from "./rrelu.ts";
export * from "./selu.ts";
export * from "./sigmoid.ts";
export * from "./silu.ts";
export * from "./snake.ts";
export * from "./soft_shrink.ts";
export * from "./softplus.ts";
export * from "./softplus_threshold.ts";
export * from "./softsign.ts";
export * from "./sparse_plus.ts";
export * from "./sparse_sigmoid.ts";
export * from "./sqrt_softplus.ts";
export * from "./squared_relu.ts";
export * from "./squareplus.ts";
export * from "./swish.ts";
export * from "./tanh.ts";
export * from "./tanh_shrink.ts";
export * from "./threshold.ts";
export * from "./xielu.ts";
