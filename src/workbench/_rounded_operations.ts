import { type Operations, roundedOnce } from "../approximation/code/_compile_rounded.ts";
import { divided, product } from "../activations/_exact.ts";
import type { Format } from "../comparison/format.ts";
import { formatNamed } from "../comparison/float_format.ts";
import { nextDown, nextUp } from "../comparison/next.ts";
import { sumError } from "../special/_error_free.ts";
import { exp2 } from "../approximation/_exp2.ts";
import { exp, expm1 } from "../special/exp.ts";
import { tanh } from "../special/hyperbolic.ts";
import { log1p } from "../special/log.ts";
import type { Arithmetic, CallModel } from "./arithmetic.ts";
import { wideOperations } from "./_wide_operations.ts";

/** Up to so many bits a double holds every product, and rounding a sum or quotient twice is as good. */
const NARROW = 25;
const DOUBLE = 53;

/** The operations of an arithmetic. */
export function operationsOf(arithmetic: Arithmetic): Operations {
  const format = formatNamed(arithmetic.format);
  const { flushSubnormals = false } = arithmetic;
  const round = flushSubnormals ? flushed(format) : format.round;
  const model = (name: "exp" | "exp2" | "tanh") => arithmetic[name] ?? arithmetic.exp ?? "nearest";
  const wide = format.precision > NARROW && format.precision < DOUBLE;
  return {
    ...(wide ? wideOperations(format, round) : {
      ...roundedOnce(round),
      multiplyAdd: format.precision === DOUBLE
        ? fusedDouble
        : (a: number, b: number, c: number) => round(sumToOdd(a * b, c)),
    }),
    exp: called(exp, model("exp"), format, round),
    exp2: called(exp2, model("exp2"), format, round),
    expm1: called(expm1, "nearest", format, round),
    log1p: called(log1p, "nearest", format, round),
    tanh: called(tanh, model("tanh"), format, round),
  };
}

function flushed({ round, minNormal }: Format): (x: number) => number {
  return (x) => {
    const rounded = round(x);
    return Math.abs(rounded) < minNormal ? rounded * 0 : rounded;
  };
}

/**
 * p + c in double, rounded to odd: to the neighbour with an odd last bit unless it is exact, so that
 * rounding it again to fewer bits gives what rounding once gives.
 *
 * Source: S. Boldo and G. Melquiond, "Emulation of a FMA and correctly rounded sums", 2008.
 */
function sumToOdd(p: number, c: number): number {
  const sum = p + c;
  const error = sumError(p, c, sum);
  if (error === 0 || !Number.isFinite(error)) return sum;
  double[0] = sum;
  if (words[0] & 1n) return sum;
  words[0] += error > 0 === sum > 0 ? 1n : -1n;
  return double[0];
}

const double = new Float64Array(1);
const words = new BigInt64Array(double.buffer);

/** a·b + c in float64, rounded once. */
function fusedDouble(a: number, b: number, c: number): number {
  const plain = a * b + c;
  if (!Number.isFinite(plain) || a * b === 0) return plain;
  // Beyond these the parts of the product are no doubles; there one rounding more is let pass.
  const size = Math.abs(a * b);
  if (size > 2 ** 1000 || size < 2 ** -900 || Math.abs(a) > 2 ** 990 || Math.abs(b) > 2 ** 990) {
    return plain;
  }
  return divided([...product(a, b), c], 1);
}

function called(
  f: (u: number) => number,
  model: CallModel,
  format: Format,
  round: (x: number) => number,
): (u: number) => number {
  if (model === "nearest") return (u) => round(f(u));
  if (typeof model === "function") return (u) => round(model(u));
  const { ulps } = model;
  if (!(Number.isInteger(ulps) && ulps >= 0)) {
    throw new RangeError(
      `Cannot compute as ulps must be a whole number >= 0: current value is ${ulps}`,
    );
  }
  return (u) => {
    let value = format.round(f(u));
    if (!Number.isFinite(value) || value === 0) return round(value);
    const steps = chance(u, 2 * ulps + 1) - ulps;
    for (let k = 0; k < Math.abs(steps); k++) {
      value = steps > 0 ? nextUp(value, format) : nextDown(value, format);
    }
    return round(value);
  };
}

/** A whole number from 0 to count − 1 that the argument decides. */
function chance(u: number, count: number): number {
  double[0] = u;
  let bits = Number(BigInt.asUintN(32, words[0] ^ (words[0] >> 32n)));
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  return ((bits ^ (bits >>> 16)) >>> 0) % count;
}
