import type { NamedNumbers } from "../calculus/named_numbers.ts";
import type { FitOptions } from "./fit.ts";

/** What is to be fitted, with everything given and checked. */
export interface Problem<Name extends string> extends Required<FitOptions<Name>> {
  readonly start: NamedNumbers<Name>;
}
