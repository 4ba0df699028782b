import { assert, assertEquals } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";
import { exactSide } from "../../src/arrays/exact/_side.ts";

const smallest = 2 ** -149;

for (const id of ["gelu", "gelu10", "silu", "swish", "geluTanh", "geluSigmoid", "hardSwish"]) {
  Deno.test(`${id} of the smallest numbers lies above the tie that x/2 is`, () => {
    const xs = Float32Array.from([1, -1, 3, -3, 5, 2 ** 24 - 1, 1 - 2 ** 24], (k) => k * smallest);
    const halves = [1, -0, 2, -1, 3, 2 ** 23, 1 - 2 ** 23].map((k) => k * smallest);
    assertEquals(evaluate(activations[id], xs), Float32Array.from(halves));
  });
}

Deno.test("sigmoid and what is like it round where the first terms of the series decide", () => {
  const { sigmoid, silu, softplus, squareplus, snake } = activations;
  const x = Float32Array.of(3 * 2 ** -23);
  // ½ + x/4 − x³/48 lies below the middle ½ + 3·2⁻²⁵, and rounding that to even goes up.
  assertEquals(evaluate(sigmoid, x)[0], 0.5 + 2 ** -24);
  for (const f of [sigmoid, silu.derivative, softplus.derivative, squareplus.derivative]) {
    for (let power = -24; power < -11; power++) {
      for (const k of [1, 3, 5, 7, -1, -3, -5, -7]) checkSide(f, k * 2 ** power);
    }
  }
  for (let power = -25; power < -8; power++) checkSide(snake.derivative, 3 * 2 ** power);
});

Deno.test("every function is rounded to the nearest at subnormal inputs and beside small powers", () => {
  for (const f of Object.values(activations)) {
    for (const g of [f, f.derivative, f.derivative.derivative]) {
      for (const k of [1, -1, 3, -3, 4, -4, 12, 1e6 + 1, -1e6 - 4]) checkSide(g, k * smallest);
      for (const power of [-126, -75, -74, -63, -62, -24, -13]) checkSide(g, -3 * 2 ** power);
    }
  }
});

/** Both middles beside the result lie on the far sides of the exact value, or at it. */
function checkSide(f: (x: number) => number, x: number): void {
  const { id } = f as unknown as { id: string };
  const order = id.length - id.replace(/[′″]/, "").length && (id.endsWith("″") ? 2 : 1);
  const record = activations[id.replace(/[′″]/, "")];
  const named = { id: record.id, parameters: record.parameters, order: order as 0 | 1 | 2 };
  const [y, above, below] = [0, 1, -1].map((step) =>
    neighbour(evaluate(f, Float32Array.of(x))[0], step)
  );
  if (!Number.isFinite(y)) return;
  const upper = exactSide(named, x, (y + above) / 2);
  const lower = exactSide(named, x, (y + below) / 2);
  if (Number.isNaN(upper)) return;
  assert(upper <= 0 && lower >= 0, `${id}(${x}) is ${y}`);
  if (upper === 0 || lower === 0) assertEquals(bitsOf(y) % 2, 0, `${id}(${x}) is ${y}, not even`);
}

function bitsOf(x: number): number {
  return new Int32Array(Float32Array.of(x).buffer)[0] & 0x7fffffff;
}

function neighbour(x: number, step: number): number {
  if (x === 0) return step * smallest;
  const pair = Float32Array.of(x);
  new Int32Array(pair.buffer)[0] += step * Math.sign(x);
  return pair[0];
}

Deno.test("functions of the catalogue give NaN for what is no number, and never throw", () => {
  const wrong = [undefined, null, "2", "abc", true, {}, [3], 2n, Symbol.iterator];
  for (const f of Object.values(activations)) {
    for (const g of [f, f.derivative, f.derivative.derivative]) {
      for (const x of wrong) assertEquals(g(x as number), NaN, `${g.id} of ${String(x)}`);
    }
  }
});
