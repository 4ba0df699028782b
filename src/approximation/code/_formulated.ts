import { originOf } from "../../activations/origin.ts";
import { catalogueFormula } from "./_catalogue_formula.ts";
import type { Exportable, Formulated } from "./exportable.ts";
import type { CodeFormat } from "./languages/_language.ts";

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
