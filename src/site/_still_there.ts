import { activations } from "../activations/catalogue.ts";
import type { Probe } from "./bugs.ts";

/** What a probe ought to give, by the catalogue. */
export function rightOf({ right: [id, order, x, parameters = {}] }: Probe): number {
  const f = activations[id].with(parameters);
  return [f, f.derivative, f.derivative.derivative][order](x);
}

/** Whether the value that a library gave shows the bug. */
export function isStillThere(probe: Probe, value: number): boolean {
  const right = rightOf(probe);
  if (Object.is(value, right) || value === right) return false;
  return !(Math.abs(value - right) <= probe.tolerance * Math.abs(right));
}

/** A number as Python writes it. */
export function fromPython(text: string): number {
  return text === "inf" ? Infinity : text === "-inf" ? -Infinity : Number(text);
}
