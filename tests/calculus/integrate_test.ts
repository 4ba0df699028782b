import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { integrate } from "../../src/calculus/integrate.ts";

const density = (x: number) => Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);

Deno.test("integrate() is exact for polynomials of degree 22 on one panel", () => {
  for (let degree = 0; degree <= 22; degree++) {
    const { value, evaluations } = integrate((x) => x ** degree, [0, 1], { panels: 1 });
    assertAlmostEquals(value, 1 / (degree + 1), 2e-15);
    assertEquals(evaluations, 15);
  }
});

Deno.test("integrate() reaches the wanted error at a kink and at an integrable singularity", () => {
  const kink = integrate((x) => Math.abs(x - 0.3), [0, 1]);
  assertAlmostEquals(kink.value, (0.3 ** 2 + 0.7 ** 2) / 2, 1e-13);
  const root = integrate((x) => 1 / Math.sqrt(x), [0, 1], { relative: 1e-9 });
  assert(root.converged);
  assertAlmostEquals(root.value, 2, root.error + 2e-9);
});

Deno.test("integrate() obtains moments of the normal density on the whole line", () => {
  const moments = [1, 0, 1, 0, 3, 0, 15];
  moments.forEach((moment, k) => {
    const result = integrate((x) => x ** k * density(x), [-Infinity, Infinity], {
      absolute: 1e-12,
    });
    assert(result.converged);
    assertAlmostEquals(result.value, moment, 1e-12);
  });
});

Deno.test("integrate() keeps relative accuracy in the far tail", () => {
  // Φ(−8) = 6.2209605742717841235e-16
  const { value } = integrate(density, [-Infinity, -8]);
  assertAlmostEquals(value, 6.220960574271784e-16, 1e-28);
});

Deno.test("integrate() says when it cannot reach the wanted error", () => {
  const hard = integrate((x) => Math.sin(1 / x), [1e-6, 1], { panels: 5 });
  assertEquals(hard.converged, false);
  assertEquals(hard.reason?.includes("after 5 panels"), true);
  const cancelling = integrate((x) => x ** 3, [-1, 1]); // 0 has no relative error
  assertEquals(cancelling.converged, false);
  assertEquals(cancelling.reason?.includes("rounding errors"), true);
  assertAlmostEquals(cancelling.value, 0, cancelling.error);
});

Deno.test("integrate() refuses empty and reversed domains, and integrands that are not finite", () => {
  assertThrows(() => integrate(density, [1, 1]), RangeError, "must have a < b");
  assertThrows(() => integrate(density, [1, 0]), RangeError, "current value is [1, 0]");
  assertThrows(() => integrate(density, [NaN, 0]), RangeError, "must have a < b");
  assertThrows(() => integrate((x) => Math.sqrt(x), [-1, 1]), RangeError, "must be finite");
  assertThrows(() => integrate((x) => 1 / x, [-1, 1]), RangeError, "must be finite");
});

Deno.test("integrate() finds narrow peaks on the whole line, or says that it saw nothing", () => {
  const line = [-Infinity, Infinity] as const;
  const peak = (mu: number, sigma: number) => (x: number) => density((x - mu) / sigma) / sigma;
  for (const [mu, sigma] of [[3, 0.01], [1000, 1], [-50, 0.5], [1e5, 100], [0.02, 1e-3]]) {
    const { value, converged } = integrate(peak(mu, sigma), line);
    assert(converged, `${mu}, ${sigma}`);
    assertAlmostEquals(value, 1, 1e-12, `${mu}, ${sigma}`);
  }
  const both = integrate((x) => density(x) + peak(3, 0.01)(x), line);
  assertAlmostEquals(both.value, 2, 1e-11);
  const missed = integrate(peak(3, 1e-6), line);
  assertEquals([missed.value, missed.converged], [0, false]);
  assert(missed.reason?.includes("is 0 at all"), missed.reason);
  assertAlmostEquals(integrate(peak(3, 1e-6), line, { at: [3] }).value, 1, 1e-10);
  assertAlmostEquals(integrate(peak(500, 0.5), [0, 1000]).value, 1, 1e-12);
  assertEquals(integrate(() => 0, [0, 1]).converged, false);
});

Deno.test("integrate() refuses what is no domain and no place", () => {
  for (const bad of [undefined, ["0", "1"], [0], 5]) {
    const domain = bad as unknown as [number, number];
    assertThrows(() => integrate(density, domain), TypeError, "the domain must be two numbers");
  }
  assertThrows(() => integrate(density, [0, 1], { at: [NaN] }), RangeError, "at must be finite");
});
