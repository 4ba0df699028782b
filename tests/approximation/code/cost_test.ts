import { assertEquals } from "@std/assert";
import { clipGate } from "../../../src/approximation/families/clip_gate.ts";
import { exp2Tail } from "../../../src/approximation/families/exp2_tail.ts";
import { sigmoidGate } from "../../../src/approximation/families/sigmoid_gate.ts";
import { tanhGate } from "../../../src/approximation/families/tanh_gate.ts";
import { timesX } from "../../../src/approximation/families/times_x.ts";
import { costOf } from "../../../src/approximation/cost.ts";
import { expression } from "../../../src/approximation/expression.ts";

const { add, multiply, polynomial, exp, sign } = expression;

Deno.test("costOf() fuses a product into one sum, and counts a square once", () => {
  assertEquals(costOf(add(multiply("x", "a"), 1)).multiplyAdds, 1);
  assertEquals(costOf(multiply("x", "x")).multiplyAdds, 1);
  const square = multiply("x", "x");
  assertEquals(costOf(add(square, square)).multiplyAdds, 2); // needed twice, so not fused away
});

Deno.test("costOf() counts no constants and no signs", () => {
  assertEquals(costOf(multiply("a", add("b", 1))).multiplyAdds, 0);
  assertEquals(costOf(multiply(sign("x"), "a")).multiplyAdds, 0);
  assertEquals(costOf(exp(multiply(-1, "x"))), { multiplyAdds: 0, exps: 1, divisions: 0 });
});

Deno.test("a polynomial costs its degree", () => {
  assertEquals(costOf(polynomial("x", ["a", "b", "c", "d"])).multiplyAdds, 3);
});

Deno.test("the families' costs are those of the loops one would write", () => {
  const costs = [
    timesX(clipGate()), // kx + ½, times x
    exp2Tail({ degree: 3 }), // 3 of Horner's rule, relu − t·e
    timesX(sigmoidGate({ degree: 1 })), // kx, 1 + e, x over it
    timesX(sigmoidGate({ degree: 3 })), // x², k₁ + k₃x², times x, 1 + e
    timesX(tanhGate({ degree: 3 })), // the same and times c₁
  ].map(({ cost }) => [cost!.multiplyAdds, cost!.exps, cost!.divisions]);
  assertEquals(costs, [[2, 0, 0], [4, 1, 0], [2, 1, 1], [4, 1, 1], [5, 1, 1]]);
});
