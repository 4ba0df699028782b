import { countOf } from "./_spans.ts";
import type { Tally } from "./_tally.ts";
import type { Certificate, Share } from "./certificate.ts";
import type { FormatName } from "./format.ts";
import { mergeCertificates } from "./merge_certificates.ts";

/** A certificate of nothing, to add to. */
export function emptyCertificate(
  format: FormatName,
  reference: string,
  candidate: string,
): Certificate {
  const nothing: Share = { inputs: 0, differing: 0, worst: null };
  return {
    format,
    reference,
    candidate,
    complete: false,
    covered: [],
    ...nothing,
    histogram: [],
    bySign: { negative: nothing, positive: nothing },
    byBinade: [],
    nan: 0,
    zeroSigns: 0,
    doubleRounding: 0,
  };
}

/** The certificate with one more piece counted in. */
export function withTally(certificate: Certificate, piece: Tally): Certificate {
  const { format, reference, candidate } = certificate;
  const share: Share = {
    inputs: countOf([piece.span]),
    differing: piece.differing,
    worst: piece.worst,
  };
  const nothing = emptyCertificate(format, reference, candidate);
  return mergeCertificates(certificate, {
    ...nothing,
    ...share,
    covered: [piece.span],
    histogram: piece.histogram
      .map((inputs, k) => ({ from: k < 2 ? k : 2 ** (k - 2) + 1, to: binEnd(k), inputs }))
      .filter(({ inputs }) => inputs > 0),
    bySign: piece.sign < 0
      ? { negative: share, positive: nothing.bySign.positive }
      : { negative: nothing.bySign.negative, positive: share },
    byBinade: [{ sign: piece.sign, exponent: piece.exponent, ...share }],
    nan: piece.nan,
    zeroSigns: piece.zeroSigns,
    doubleRounding: piece.doubtful,
  });
}

function binEnd(k: number): number {
  return k < 2 ? k : 2 ** (k - 1);
}
