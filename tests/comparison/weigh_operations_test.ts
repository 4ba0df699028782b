import { assertEquals } from "@std/assert";
import { defineActivation } from "../../src/activations/define_activation.ts";
import { geluSigmoid } from "../../src/activations/gelu_sigmoid.ts";
import { geluTanh } from "../../src/activations/gelu_tanh.ts";
import { sigmoidGate } from "../../src/approximation/families/sigmoid_gate.ts";
import { timesX } from "../../src/approximation/families/times_x.ts";
import { weighOperations } from "../../src/comparison/weigh_operations.ts";
import { measureErrors } from "../../src/comparison/measure_errors.ts";

Deno.test("weighOperations() counts in multiply-adds", () => {
  const cost = { multiplyAdds: 3, exps: 2, divisions: 1 };
  assertEquals(weighOperations(cost), 24);
  assertEquals(weighOperations(cost, { exps: 1, divisions: 0 }), 5);
});

Deno.test("the catalogue's approximations cost what a fit of the same form costs", () => {
  for (const [f, degree] of [[geluSigmoid, 1], [geluTanh, 3]] as const) {
    assertEquals(f.cost, timesX(sigmoidGate({ degree })).cost);
  }
});

Deno.test("a user's function costs what it says, whatever it is called", () => {
  const relu = defineActivation({ id: "relu", f: (x) => Math.log1p(Math.exp(x)) });
  assertEquals(measureErrors(geluTanh, relu).cost, null);
  const cost = { multiplyAdds: 7, exps: 0, divisions: 0 };
  const priced = Object.assign((x: number) => x / 2, { id: "geluTanh", cost });
  assertEquals(measureErrors(geluTanh, priced).cost, cost);
});
