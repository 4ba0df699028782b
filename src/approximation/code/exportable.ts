import type { RealFunction } from "../../calculus/real_function.ts";
import type { Expression } from "../expression.ts";
import type { Fit } from "../fit.ts";

/** A formula with numbers for its parameters, as a fit, a report of `remez` or a fit of pieces is. */
export type Formulated =
  & Pick<Fit, "parameters">
  & Partial<Pick<Fit, "error" | "domain" | "criterion">>
  & {
    /**
     * What it approximates: then the text says how far off it is in its arithmetic, and the code has the
     * limits of the target far out.
     */
    readonly target?: RealFunction;
    /** More to say above the code, a line each: what was measured elsewhere, or who made it. */
    readonly remarks?: readonly string[];
    /** The formula. */
    readonly family: { readonly title: string; readonly expression?: Expression };
  };

/** What can be written as code: a formula with its numbers, or a function of the catalogue. */
export type Exportable = Formulated | RealFunction;
