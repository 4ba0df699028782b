import { activations } from "../activations/catalogue.ts";
import { originOf } from "../activations/origin.ts";

/** Whether a function of the catalogue, or a derivative of one, has its default parameters. */
export function hasDefaults(f: (x: number) => number): boolean {
  const { id, parameters } = originOf(f)!;
  const own = activations[id].parameters;
  return Object.keys(own).every((name) => own[name] === parameters[name]);
}
