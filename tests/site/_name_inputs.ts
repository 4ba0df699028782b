import { vectorActivations } from "../../src/activations/vector/catalogue.ts";

const inputs: readonly number[] = [-4, -2.5, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.75, 1.5, 2.25, 25];

/** Where a call is tried: numbers that tell the functions apart. */
export function inputsFor(id: string): readonly number[] {
  return id in vectorActivations ? [0.5, -1, 2, 0.25, -0.5, 1.5] : inputs;
}
