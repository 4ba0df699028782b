import { assertEquals, assertNotEquals } from "@std/assert";
import { erf, erfc, erfcx } from "../../src/special/erf.ts";
import { exp } from "../../src/special/exp.ts";
import { cosh, sinh, tanh } from "../../src/special/hyperbolic.ts";
import { logNormalCdf, normalCdf, normalPdf } from "../../src/special/normal.ts";

/** From which place on a function has which value, as its docstring states. */
const places: [f: (x: number) => number, place: number, value: number][] = [
  [exp, 709.7828, Infinity],
  [exp, -745.1333, 0],
  [erf, 5.9216, 1],
  [erf, -5.9216, -1],
  [erfc, 27.2263, 0],
  [erfc, -5.8636, 2],
  [erfcx, -26.6288, Infinity],
  [normalCdf, 8.2924, 1],
  [normalCdf, -38.4855, 0],
  [normalPdf, 38.5802, 0],
  [normalPdf, -38.5802, 0],
  [logNormalCdf, -1.9e154, -Infinity],
  [tanh, 19.0616, 1],
  [tanh, -19.0616, -1],
  [sinh, 710.4759, Infinity],
  [sinh, -710.4759, -Infinity],
  [cosh, 710.4759, Infinity],
];

for (const [f, place, value] of places) {
  Deno.test(`${f.name}() is ${value} from ${place} on, and not long before`, () => {
    assertEquals([place, place * 1.3, place * 1e100].map(f), [value, value, value]);
    assertNotEquals(f(place * (1 - 2e-5 - (Math.abs(place) > 1e9 ? 0.01 : 0))), value);
  });
}
