import { assertEquals, assertStringIncludes } from "@std/assert";
import { gelu, landmarks, relu } from "@actbook/actbook";

Deno.test("landmarks() names zeros, minima, inflections and kinks", () => {
  const { alt } = landmarks([gelu, relu], { domain: [-4, 4] });
  for (const name of ["minimum of GELU", "inflection of GELU", "kink of ReLU"]) {
    assertStringIncludes(alt, name);
  }
});

Deno.test("landmarks() draws each point where it is", () => {
  const { data } = landmarks(gelu).spec as unknown as { data: { values: { x: number }[] } };
  const xs = data.values.map(({ x }) => x).filter((x) => x !== 0);
  assertEquals(xs.map((x) => x.toFixed(4)), ["-1.4142", "-0.7518", "1.4142"]);
});
