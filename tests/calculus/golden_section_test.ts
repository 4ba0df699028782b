import { assert, assertEquals } from "@std/assert";
import { goldenSection } from "../../src/calculus/golden_section.ts";

Deno.test("goldenSection() finds a kink to all digits, a smooth maximum to half of them", () => {
  const kink = goldenSection((x) => -Math.abs(x - 0.3), 0, 1);
  assert(Math.abs(kink.x - 0.3) < 1e-15);
  const smooth = goldenSection((x) => 1 - (x - 0.3) ** 2, 0, 1);
  assert(Math.abs(smooth.x - 0.3) < 1e-7);
  assertEquals(smooth.value, 1);
});

Deno.test("goldenSection() gives the best point it has seen, at an end too", () => {
  const { x, value } = goldenSection((x) => x, 0, 1);
  assert(x > 1 - 1e-12 && value === x);
});
