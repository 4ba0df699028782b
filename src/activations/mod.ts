/**
 * Activation functions: every one of the catalogue, the functions of vectors, and what makes new ones.
 *
 * @module
 */

export * from "./all.ts";
export * from "./accuracy.ts";
export {
  type Activation,
  activation,
  type Asymptote,
  type Citation,
  type Definition,
  type Derivative,
  type Formulas,
  type Line,
} from "./activation.ts";
export * from "./catalogue.ts";
export * from "./define_activation.ts";
export { type Origin, originOf } from "./origin.ts";
export type { Parameter } from "./parameter.ts";
export * from "./vector/all.ts";
export * from "./vector/catalogue.ts";
export * from "./vector/vector_activation.ts";
