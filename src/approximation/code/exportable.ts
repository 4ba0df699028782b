import { originOf } from "../../activations/origin.ts";
import type { RealFunction } from "../../calculus/real_function.ts";
import type { Expression } from "../expression.ts";
import type { Fit } from "../fit.ts";
import { catalogueFormula } from "./_catalogue_formula.ts";
import type { CodeFormat } from "./languages/_language.ts";

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
    /** The formula. */
    readonly family: { readonly title: string; readonly expression?: Expression };
  };

/** What can be written as code: a formula with its numbers, or a function of the catalogue. */
export type Exportable = Formulated | RealFunction;

/** Where the error of a function of the catalogue is looked at. */
const DOMAIN = [-12, 12] as const;

/** The formula of what is exported: of a function of the catalogue one that the format can compute. */
export function formulated(what: Exportable, format: CodeFormat): Formulated {
  if (typeof what !== "function") return what;
  const origin = originOf(what);
  const title = what.title ?? what.id ?? what.name;
  if (!origin) {
    throw new TypeError(
      `Cannot export ${
        title || "a function"
      } as it must be a fit, or a function of the catalogue: ` +
        "what is written in TypeScript cannot be translated",
    );
  }
  const { expression, note } = catalogueFormula(origin, format);
  return {
    family: { title: `${title}${note}`, expression },
    parameters: {},
    target: what,
    domain: DOMAIN,
  };
}
