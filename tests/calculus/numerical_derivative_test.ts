import { assert, assertEquals } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { numericalDerivative } from "../../src/calculus/numerical_derivative.ts";

/** The worst errors of both orders over a grid, as parts of 1 + |value|, with kinks as given. */
function worst(
  id: string,
  kinksAt: (x: number) => readonly number[],
): { errors: [number, number]; understated: number } {
  const { derivative, kinks } = activations[id];
  const errors: [number, number] = [0, 0];
  let understated = 0;
  for (let x = -12.03; x < 12; x += 0.0671) {
    for (const order of [1, 2] as const) {
      const exact = order === 1 ? derivative(x) : derivative.derivative(x);
      const all = [...kinks, ...kinksAt(x)];
      const { value, error } = numericalDerivative(activations[id], x, { order, kinks: all });
      const off = Math.abs(value - exact);
      errors[order - 1] = Math.max(errors[order - 1], off / (1 + Math.abs(exact)));
      if (off > 16 * error + 1e-15) understated++;
    }
  }
  return { errors, understated };
}

for (const id of ["tanh", "gelu", "mish", "softplus", "relu6", "lisht"]) {
  Deno.test(`numericalDerivative() of ${id} is right to 1e-12, of second order to 1e-9`, () => {
    const { errors, understated } = worst(id, () => []);
    assert(errors[0] < 1e-12 && errors[1] < 1e-9, `${errors}`);
    assertEquals(understated, 0);
  });

  Deno.test(`numericalDerivative() of ${id} is nearly as right beside a kink and at one`, () => {
    for (const distance of [0, 1 / 1024, 1 / 16]) {
      const { errors, understated } = worst(id, (x) => [x - distance]);
      assert(errors[0] < 1e-11 && errors[1] < 1e-8, `${distance}: ${errors}`);
      assertEquals(understated, 0);
    }
  });
}

Deno.test("numericalDerivative() follows a large curvature", () => {
  const wave = (x: number) => Math.sin(1000 * x);
  for (const x of [-3, 0, 0.001, 0.5, 2]) {
    const { value, error } = numericalDerivative(wave, x);
    const off = Math.abs(value - 1000 * Math.cos(1000 * x));
    assert(off < 1e-4 && off <= 16 * error, `at ${x}: off by ${off}, estimated ${error}`);
  }
});

Deno.test("numericalDerivative() keeps inside the domain of a function", () => {
  for (const x of [1e-6, 0.001, 0.3]) {
    assert(Math.abs(numericalDerivative(Math.log, x).value * x - 1) < 1e-9);
  }
  assertEquals(numericalDerivative(Math.log, -1), { value: NaN, error: Infinity });
});

Deno.test("numericalDerivative() takes the left side at a kink, or the side asked for", () => {
  const kinks = [0];
  const bent = (x: number) => x < 0 ? 2 * x : 5 + 3 * x;
  const at = (side?: "left" | "right") => numericalDerivative(bent, 0, { kinks, side }).value;
  assert(Math.abs(at() - 2) < 1e-11 && Math.abs(at("left") - 2) < 1e-11);
  assert(Math.abs(at("right") - 3) < 1e-11);
});

Deno.test("numericalDerivative() owns up to a jump that no kink names", () => {
  const { error } = numericalDerivative(Math.sign, 0);
  assert(error > 1, `estimated ${error}`);
});

Deno.test("numericalDerivative() follows what varies far from 0, and says what digits there are", () => {
  const wave = (x: number) => x + Math.sin(x) ** 2;
  for (const x of [1e3, 1e6, 1e9, 1e12]) {
    const { value, error } = numericalDerivative(wave, x);
    const off = Math.abs(value - (1 + Math.sin(2 * x)));
    assert(
      off <= 4 * error && error < 1e-14 * x + 1e-9,
      `at ${x}: off by ${off}, estimated ${error}`,
    );
  }
  const shifted = (x: number) => Math.tanh(x - 1000);
  const { value } = numericalDerivative(shifted, 1001, { order: 2 });
  assert(Math.abs(value + 2 * Math.tanh(1) * (1 - Math.tanh(1) ** 2)) < 1e-9, `${value}`);
});
