import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { randomLcg, randomNormal } from "d3-random";
import { gelu, landscape, relu } from "@actbook/actbook";
import { meanSquareLoss, network } from "@actbook/actbook/network";

const normal = (seed: number) => randomNormal.source(randomLcg(seed))(0, 1);
const examples = [-1, 0, 1].map((x) => ({ input: [x], target: [x * x] }));
const make = (activation: typeof relu) =>
  network({ widths: [1, 4, 1], activation, random: normal(0.5) });

/** The heights of the surface, row by row. */
function heights(picture: ReturnType<typeof landscape>): number[][] {
  return (picture.figure.data[0] as { z: number[][] }).z;
}

Deno.test("landscape() has the network's own loss in the middle, and leaves the network as it is", () => {
  const net = make(gelu);
  const before = net.layers.map(({ weights }) => [...weights]);
  const z = heights(landscape(net, examples, { random: normal(0.1), count: 5 }));
  assertAlmostEquals(z[2][2], meanSquareLoss(net, examples), 1e-5);
  assertEquals(net.layers.map(({ weights }) => [...weights]), before);
});

Deno.test("landscape() is the same for the same seed, and another for another activation", () => {
  const look = (activation: typeof relu) =>
    heights(landscape(make(activation), examples, { random: normal(0.1), count: 4 }));
  assertEquals(look(relu), look(relu));
  assert(JSON.stringify(look(relu)) !== JSON.stringify(look(gelu)));
});

Deno.test("landscape() refuses what it cannot draw, and leaves the network as it is", () => {
  const net = make(relu);
  const before = net.layers.map(({ weights }) => [...weights]);
  assertThrows(() => landscape(net, [], { random: normal(1) }), RangeError, "at least one example");
  assertThrows(
    () => landscape(net, examples, { random: normal(1), count: 1 }),
    RangeError,
    "count",
  );
  assertEquals(net.layers.map(({ weights }) => [...weights]), before);
});
