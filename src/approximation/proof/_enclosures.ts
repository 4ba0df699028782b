import { gelu } from "../../activations/gelu.ts";
import { normalCdf } from "../../special/normal.ts";
import { bind } from "../code/_bind.ts";
import type { Expression } from "../expression.ts";
import { applied, normalCdf as cdfModel, variable } from "./_model.ts";
import { type ModelOf, modelOf } from "./_model_of.ts";
import * as tails from "./_tail.ts";
import { type TailOf, tailOf } from "./_tail_of.ts";
import * as taylor from "./_taylor.ts";

/** What is known of a function on any stretch, and on the rest of the line. */
export interface Enclosures {
  readonly near: ModelOf;
  readonly far: TailOf;
}

/** Of a formula whose parameters are numbers. */
export const ofFormula = (e: Expression): Enclosures => ({ near: modelOf(e), far: tailOf(e) });

/** Of what an error is measured from. */
export function ofTarget(target: ((x: number) => number) | Expression): Enclosures {
  if (typeof target !== "function") return ofFormula(bind(target, {}));
  const cdf: Enclosures = {
    near: cdfModel,
    far: ({ side, from }) => tails.normalCdf(side, from),
  };
  if (target === normalCdf) return cdf;
  if (target === gelu) {
    return {
      near: (over) => applied(taylor.multiply, over, variable(over), cdf.near(over)),
      far: (ray) => tails.multiply(tails.variable(ray.side, ray.from), cdf.far(ray), ray.from),
    };
  }
  throw new TypeError(
    "Cannot prove an error as the target must be gelu, normalCdf or a formula: " +
      `current value is ${target.name || "a function"}`,
  );
}
