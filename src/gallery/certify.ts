import type { Certifiable } from "../comparison/certifiable.ts";
import type { Certificate } from "../comparison/certificate.ts";
import { type CertifyOptions, countDifferences } from "../comparison/count_differences.ts";
import type { Displayable } from "../display/bundle.ts";
import { type Table, table } from "../display/tables/table.ts";
import { shown } from "./_shown.ts";

/**
 * Goes through every finite input of a format and counts where a candidate differs from a reference.
 * Both are computed in double and rounded once to the format.
 *
 * A 16-bit format takes a moment in this thread; float32 goes to workers, with progress, and can be
 * cancelled and resumed. Workers take only what they can load: activations of the catalogue, their
 * derivatives, and `{ module, export }`.
 *
 * @param reference what is right, accurate to less than one step of a double
 * @param candidate what is certified
 * @param options format, range, progress, cancellation, threads
 * @returns what was counted: plain data as JSON, a table in a notebook
 * @throws RangeError if the format is float64, the range is reversed, or the certificate to resume is
 *   of something else
 * @throws TypeError if threads are asked for and a function cannot be sent to them
 *
 * @example
 * ```ts
 * import { certify, gelu, geluTanh } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const { inputs, differing, worst } = await certify(gelu, geluTanh, { format: "bfloat16" });
 * assertEquals([inputs, differing], [65280, 405]);
 * assertEquals(worst, { x: -10.125, ulps: 6538 });
 * ```
 */
export async function certify(
  reference: Certifiable,
  candidate: Certifiable,
  options: CertifyOptions,
): Promise<Certificate & Displayable> {
  const certificate = await countDifferences(reference, candidate, options);
  return shown(certificate, () => certificateTable(certificate).bundle());
}

/**
 * A certificate as a table: all inputs, and those of each sign.
 *
 * @param certificate what {@linkcode certify} found, also after JSON
 * @returns the table
 *
 * @example
 * ```ts
 * import { certificateTable, certify, relu } from "@actbook/actbook";
 * import { assertEquals } from "@std/assert";
 *
 * const certificate = await certify(relu, relu, { format: "float16" });
 * assertEquals(certificateTable(certificate).rows.map((row) => row.differ), [0, 0, 0]);
 * ```
 */
export function certificateTable(certificate: Certificate): Table {
  const { format, reference, candidate, complete, bySign } = certificate;
  const shares = [
    ["all", certificate],
    ["negative", bySign.negative],
    ["positive", bySign.positive],
  ] as const;
  const rows = shares.map(([inputs, { inputs: tried, differing, worst }]) => ({
    inputs,
    tried,
    differ: differing,
    "worst, in ulp": worst?.ulps ?? 0,
    at: worst?.x ?? null,
  }));
  const which = complete ? "every finite input" : "a part of the inputs";
  return table(rows, {
    caption: `${candidate} against ${reference} at ${which} of ${format}`,
    digits: 10,
  });
}
