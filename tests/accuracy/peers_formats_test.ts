import { assert, assertEquals, assertGreater } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { float16 } from "../../src/comparison/format.ts";
import { formats, inputsOf, measured, type Peer, worst } from "./peers_formats.ts";
import record from "./peers_formats.json" with { type: "json" };

const peers = record.peers as unknown as readonly Peer[];

Deno.test("every framework was measured in its formats, at functions that there are", () => {
  assertEquals(
    peers.map(({ framework, format }) => [framework, format]),
    measured.map((each) => [...each]),
  );
  for (const { framework, format, functions } of peers) {
    assertGreater(Object.keys(functions).length, 8, `${framework} ${format}`);
    for (const id of Object.keys(functions)) assert(id in activations, id);
  }
});

Deno.test("a correctly rounded function is off by half a unit at most", async () => {
  const xs = inputsOf("float16");
  assertEquals(xs.length, 63_488);
  const rounded = xs.map((x) => float16.round(activations.gelu(x)));
  const { ulp } = await worst("gelu", {}, 0, xs, rounded, formats.float16);
  assert(Number(ulp) <= 0.5 && Number(ulp) > 0.49, `${ulp}`);
});

Deno.test("a function that loses all its digits is told, where that is nearest to 1", async () => {
  const xs = inputsOf("float16");
  // 1 + tanh cancels.
  const { round } = float16;
  const cancelling = xs.map((x) => {
    const u = round(0.7978845608 * round(x + round(0.044715 * x ** 3)));
    return round(0.5 * x * round(1 + round(Math.tanh(u))));
  });
  const { ulp, x } = await worst("geluTanh", {}, 0, xs, cancelling, formats.float16);
  assertEquals(ulp, "Infinity");
  assert(x < -2 && x > -5, `${x}`);
});

Deno.test("exact functions are exact everywhere", () => {
  for (const { framework, format, functions } of peers) {
    for (const id of ["relu", "identity"]) {
      if (functions[id]) assertEquals(functions[id][0]!.ulp, 0, `${framework} ${format} ${id}`);
    }
  }
});
