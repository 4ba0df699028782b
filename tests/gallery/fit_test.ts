import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { family, fit, gelu, sigmoidGate, timesX } from "@actbook/actbook";
import { displaySymbol } from "@actbook/actbook/display";

Deno.test("a fit shows its parameters and draws its error", async () => {
  const fitted = fit({ target: gelu, family: timesX(sigmoidGate({ degree: 1 })), domain: [-8, 8] });
  const names = Object.keys(fitted.parameters);
  assertEquals(fitted.table().rows.slice(0, names.length).map((row) => row.quantity), names);
  assertStringIncludes(`${(await fitted[displaySymbol]())["text/plain"]}`, "converged");
  assertStringIncludes(await fitted.chart().svg(), "<path");
});

Deno.test("a fit that did not converge says so, and why", () => {
  const flat = family({
    title: "flat",
    start: { a: 0 },
    f: (_x, { a }) => a * 0,
  });
  const fitted = fit({ target: gelu, family: flat, domain: [-1, 1] });
  const [row] = fitted.table().rows.filter(({ quantity }) => quantity === "converged");
  assert(!fitted.converged);
  assertEquals(row.value, `no: ${fitted.reason}`);
});
