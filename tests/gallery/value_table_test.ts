import { assertEquals } from "@std/assert";
import { gelu, relu, valueTable } from "@actbook/actbook";

Deno.test("valueTable() has a column per function, and the derivative of a single one", () => {
  assertEquals(valueTable(relu, [-1, 2]).rows, [
    { x: -1, ReLU: 0, "ReLU′": 0 },
    { x: 2, ReLU: 2, "ReLU′": 1 },
  ]);
  assertEquals(Object.keys(valueTable([relu, gelu], [0]).rows[0]), ["x", "ReLU", "GELU"]);
});
