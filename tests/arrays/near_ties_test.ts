import { assert, assertEquals } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { evaluate } from "../../src/arrays/evaluate.ts";
import { formulas } from "../../src/arrays/exact/_formulas.ts";
import { Jet } from "../../src/arrays/exact/_jet.ts";
import { exactSide } from "../../src/arrays/exact/_side.ts";
import { halfwayInputs } from "../../src/arrays/halfway_inputs.ts";

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

Deno.test("a tie that a function nears and never meets is none, however near", () => {
  const { tanhShrink, elu, celu, selu, xielu } = activations;
  const far = [2 ** 24 + 2, 2 ** 24 + 4, 2 ** 25 - 2];
  const xs = Float32Array.from([...far, ...far.map((x) => -x)]);
  assertEquals(evaluate(tanhShrink, xs), xs);
  assertEquals(halfwayInputs(tanhShrink, xs).length, 0);
  // float16 and bfloat16 have eleven and eight bits.
  assertEquals(evaluate(tanhShrink, Float16Array.of(2050, -2052)), Float16Array.of(2050, -2052));
  const patterns = Uint16Array.of(0x4381, 0xc382);
  assertEquals(evaluate(tanhShrink, patterns, { format: "bfloat16" }), patterns);

  const least = -3e38;
  for (const [low, odd] of [[1, 2 ** -24], [1 + 2 ** -23, 2 ** -24]]) {
    const height = low + odd;
    const tails = [elu.with({ alpha: height }), celu.with({ alpha: height })]
      .concat(selu.with({ alpha: height, scale: 1 }));
    for (const f of tails) {
      for (const x of [-1e4, least]) {
        assertEquals(evaluate(f, Float32Array.of(x))[0], -low, `${f.id}(${x})`);
      }
      // There it is met.
      const end = Float32Array.of(-Infinity);
      assertEquals(evaluate(f, end)[0], low === 1 ? -1 : -(1 + 2 ** -22), f.id);
      assertEquals(halfwayInputs(f, end), end);
    }
  }
  // e^x − 1 − x/2, and its slope eˣ − ½(1 + 2⁻²⁴).
  const bent = xielu.with({ negative: 1, beta: 0.5 });
  assertEquals(evaluate(bent, Float32Array.of(-(2 ** 25) - 4))[0], 2 ** 24 + 2);
  assertEquals(evaluate(bent, Float32Array.of(-(2 ** 25) - 8))[0], 2 ** 24 + 4);
  const steep = xielu.with({ negative: 1, beta: 0.5 - 2 ** -25 }).derivative;
  assertEquals(evaluate(steep, Float32Array.of(-1e5))[0], -0.5);
});

Deno.test("functions lie on the side of their lines that is said", () => {
  let lines = 0;
  for (const { id, parameters } of Object.values(activations)) {
    const { pieces, lines: { left, right } = {} } = formulas[id](parameters);
    for (
      const [line, piece, sign] of [[left, pieces[0], -1], [right, pieces.at(-1)!, 1]] as const
    ) {
      if (!line) continue;
      lines++;
      for (const size of [2 ** -20, 0.1, 1, 5, 30]) {
        const x = Jet.variable(sign * size);
        const apart = piece(x).minus(line.at(x));
        const signs = apart.orders.map((order) => order.sign * line.side);
        assertEquals(signs, [1, -sign, 1], `${id} at ${sign * size}`);
      }
    }
  }
  assertEquals(lines, 6);
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
