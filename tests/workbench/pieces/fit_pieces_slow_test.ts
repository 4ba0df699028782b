import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { gelu } from "../../../src/activations/gelu.ts";
import { sigmoid } from "../../../src/activations/sigmoid.ts";
import { silu } from "../../../src/activations/silu.ts";
import { tanh } from "../../../src/activations/tanh.ts";
import { proveError } from "../../../src/approximation/proof/prove_error.ts";
import { formatNamed } from "../../../src/comparison/float_format.ts";
import { grid } from "../../../src/calculus/grid.ts";
import { inArithmetic } from "../../../src/workbench/in_arithmetic.ts";
import { fitPieces, type PieceOptions } from "../../../src/workbench/pieces/fit_pieces.ts";
import { measureKernel } from "../../../src/workbench/measure_kernel.ts";

const cubics = fitPieces({ target: gelu, degree: 3, pieces: 4, symmetry: "relu" });

Deno.test("all pieces err alike, by what the report says", () => {
  const errors = cubics.pieces.map(({ error }) => error);
  errors.forEach((error) => assertAlmostEquals(error / cubics.error, 1, 3e-3));
  const sampled = Math.max(...grid(-12, 12, 40_000).map((x) => Math.abs(cubics.f(x) - gelu(x))));
  assertAlmostEquals(sampled / cubics.error, 1, 1e-3);
  assert(cubics.lowerBound <= cubics.error && cubics.lowerBound > 0.998 * cubics.error);
});

Deno.test("no other breaks are better: moving any of them makes the largest error larger", () => {
  const plain = fitPieces({ target: Math.exp, degree: 1, pieces: 3, domain: [0, 1] });
  // A line misses eˣ over [a, b] by about h²e^m/16, so that each piece has the same integral of e^(x/2).
  const root = (k: number) => 2 * Math.log(1 + k / 3 * (Math.sqrt(Math.E) - 1));
  assertAlmostEquals(plain.pieces[1].from, root(1), 2e-3);
  assertAlmostEquals(plain.pieces[2].from, root(2), 2e-3);
});

Deno.test("an error that is wanted takes as few pieces as reach it", () => {
  const wanted = 1e-3;
  const enough = fitPieces({ target: silu, degree: 2, error: wanted, symmetry: "relu" });
  const fewer = fitPieces({
    target: silu,
    degree: 2,
    pieces: enough.pieces.length - 1,
    symmetry: "relu",
  });
  assert(enough.error <= wanted && fewer.error > wanted);
});

Deno.test("pieces meet where they are told to, at the price that the bound allows", () => {
  for (const degree of [1, 2, 3]) {
    const options = { target: gelu, degree, pieces: 4, symmetry: "relu" } as const;
    const joined = fitPieces({ ...options, continuous: true });
    const free = fitPieces(options);
    assert(joined.largestJump < 1e-15 && free.largestJump > 1e-5);
    assert(joined.error >= joined.lowerBound && joined.error < 1.5 * free.error, `${degree}`);
  }
});

Deno.test("pieces of an odd function pass through 0, and rise where they are told to", () => {
  const options = { target: tanh, degree: 2, pieces: 3, symmetry: "odd" } as const;
  const rising = fitPieces({ ...options, monotonic: true });
  assertEquals(rising.f(0), 0);
  const xs = grid(-8, 8, 5000);
  xs.slice(1).forEach((x, k) => assert(rising.f(x) >= rising.f(xs[k]) - 1e-15, `${x}`));
  const gate = fitPieces({ target: sigmoid, degree: 2, pieces: 5, monotonic: true });
  xs.slice(1).forEach((x, k) => assert(gate.f(x) >= gate.f(xs[k]) - 1e-15, `${x}`));
});

Deno.test("free pieces of the same function do fall somewhere: rising is not for nothing", () => {
  const free = fitPieces({ target: sigmoid, degree: 2, pieces: 5 });
  const xs = grid(-12, 12, 5000);
  assert(xs.slice(1).some((x, k) => free.f(x) < free.f(xs[k])));
});

Deno.test("coefficients and breaks are numbers of the format", () => {
  const { round } = formatNamed("bfloat16");
  const narrow = fitPieces({
    target: gelu,
    degree: 2,
    pieces: 4,
    symmetry: "relu",
    format: "bfloat16",
  });
  for (const { from, to, centre, coefficients } of narrow.pieces) {
    for (const value of [from, to, centre, ...coefficients]) assertEquals(round(value), value);
  }
  const kernel = inArithmetic(narrow, { format: "float32", storage: "bfloat16" });
  const { error, inputs } = measureKernel(kernel, gelu, "bfloat16");
  assertEquals(inputs, 65280);
  assert(error < narrow.error + 2 ** -8);
  assertEquals([Infinity, -Infinity, NaN].map(kernel), [Infinity, -0, NaN]);
});

Deno.test("Estrin's scheme gives the same polynomials", () => {
  const options = { target: gelu, degree: 5, pieces: 2, symmetry: "relu" } as const;
  const [horner, estrin] = (["horner", "estrin"] as const)
    .map((scheme) => fitPieces({ ...options, scheme }));
  for (const x of grid(-6, 6, 500)) assertAlmostEquals(estrin.f(x), horner.f(x), 1e-15);
  assert(estrin.family.cost!.multiplyAdds > horner.family.cost!.multiplyAdds);
});

Deno.test("the error of pieces is proved as that of any formula", () => {
  const { error, family } = cubics;
  const { kinks } = family;
  const proof = proveError(cubics, gelu, { domain: [-6, 6], kinks: kinks(family.start) });
  assert(proof.converged && proof.lower <= error && error <= proof.upper, `${proof.upper}`);
});

Deno.test("what cannot be made of pieces is refused", () => {
  const refused = (options: object, message: string) =>
    assertThrows(
      () => fitPieces({ target: gelu, degree: 2, pieces: 2, ...options } as PieceOptions),
      RangeError,
      message,
    );
  refused({ pieces: undefined }, "one of pieces and error must be given");
  refused({ error: 1e-3 }, "one of pieces and error must be given");
  refused({ degree: -1 }, "degree must be a whole number from 0 to 12");
  refused({ pieces: 0.5 }, "pieces must be a whole number");
  refused({ symmetry: "odd" }, "the target must be odd");
  refused({ symmetry: "relu", domain: [-1, 2] }, "the domain must be even");
  refused({ target: Math.exp }, "the domain must be bounded on the right");
  refused({ monotonic: true }, "the target must be monotonic");
  refused({ pieces: undefined, error: 1e-14, degree: 1 }, "64 of them reach");
  refused({ format: "half" }, "current value is half");
});
