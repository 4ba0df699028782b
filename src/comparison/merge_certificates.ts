import { codecOf } from "./_codec.ts";
import { countOf, joined } from "./_spans.ts";
import type { Certificate, Share, Worst } from "./certificate.ts";

/**
 * Puts together two certificates of the same functions over inputs that do not overlap.
 *
 * @param a the one part
 * @param b the other part
 * @returns the certificate of both together
 * @throws RangeError if they are not of the same format and functions, or overlap
 *
 * @example
 * ```ts
 * import { certify, gelu, geluTanh } from "@actbook/actbook";
 * import { mergeCertificates } from "@actbook/actbook/comparison";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const left = await certify(gelu, geluTanh, { format: "bfloat16", range: [-Infinity, -1] });
 * const right = await certify(gelu, geluTanh, { format: "bfloat16", range: [-0.999, Infinity] });
 * const whole = mergeCertificates(left, right);
 * assert(whole.complete);
 * assertEquals(whole, await certify(gelu, geluTanh, { format: "bfloat16" }));
 * ```
 */
export function mergeCertificates(a: Certificate, b: Certificate): Certificate {
  for (const key of ["format", "reference", "candidate"] as const) {
    if (a[key] === b[key]) continue;
    throw new RangeError(
      `Cannot merge certificates as both must have the same ${key}: ` +
        `current values are ${a[key]} and ${b[key]}`,
    );
  }
  const covered = joined([...a.covered, ...b.covered]);
  const inputs = a.inputs + b.inputs;
  if (countOf(covered) !== inputs) {
    throw new RangeError("Cannot merge certificates as their inputs must not overlap");
  }
  return {
    format: a.format,
    reference: a.reference,
    candidate: a.candidate,
    complete: inputs === codecOf(a.format).format.finiteCount,
    covered,
    ...mergedShares(a, b),
    histogram: mergedBy(a.histogram, b.histogram, ({ from }) => from, (x, y) => ({
      ...x,
      inputs: x.inputs + y.inputs,
    })),
    bySign: {
      negative: mergedShares(a.bySign.negative, b.bySign.negative),
      positive: mergedShares(a.bySign.positive, b.bySign.positive),
    },
    byBinade: mergedBy(
      a.byBinade,
      b.byBinade,
      // From the most negative up: far below any exponent's size apart by sign.
      ({ sign, exponent }) => sign * (exponent + 1e4),
      (x, y) => ({ sign: x.sign, exponent: x.exponent, ...mergedShares(x, y) }),
    ),
    nan: a.nan + b.nan,
    zeroSigns: a.zeroSigns + b.zeroSigns,
    doubleRounding: a.doubleRounding + b.doubleRounding,
  };
}

function mergedShares(a: Share, b: Share): Share {
  return {
    inputs: a.inputs + b.inputs,
    differing: a.differing + b.differing,
    worst: worse(a.worst, b.worst),
  };
}

function worse(a: Worst | null, b: Worst | null): Worst | null {
  if (!a || !b) return a ?? b;
  if (a.ulps !== b.ulps) return a.ulps > b.ulps ? a : b;
  return a.x <= b.x ? a : b;
}

/** Rows of both, in the order of their keys, rows of the same key merged. */
function mergedBy<T>(
  a: readonly T[],
  b: readonly T[],
  key: (row: T) => number,
  merge: (x: T, y: T) => T,
): T[] {
  const rows = new Map<number, T>();
  for (const row of [...a, ...b]) {
    const other = rows.get(key(row));
    rows.set(key(row), other === undefined ? row : merge(other, row));
  }
  return [...rows].sort(([x], [y]) => x - y).map(([, row]) => row);
}
