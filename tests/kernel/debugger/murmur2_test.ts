import { assertEquals } from "@std/assert";
import { murmur2 } from "../../../src/kernel/debugger/_murmur2.ts";

Deno.test("murmur2() gives what ipykernel's murmur2_x86 gives", () => {
  const values: [string, number][] = [
    ["", 3990065800],
    ["a", 2167009006],
    ["ab", 2805137849],
    ["abc", 3350977461],
    ["abcd", 804720481],
    ["const x = 1;", 2401825191],
    ["é", 2171970256],
    ["😀 = «ſ»\n", 3072863395],
    ["x".repeat(1000), 2976633443],
  ];
  for (const [text, hash] of values) assertEquals(murmur2(text, 0xc70f6907), hash, text);
});
