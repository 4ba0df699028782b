import { shown } from "../options/shown.ts";
import { type Codec, codecOf } from "./_codec.ts";
import { tallyOnWorkers } from "./_pool.ts";
import { countOf, pieces, remaining, spanOf } from "./_spans.ts";
import { type Tally, tally } from "./_tally.ts";
import { emptyCertificate, withTally } from "./_collect.ts";
import { load, nameOfCertifiable, type Portable, portable } from "./_portable.ts";
import type { Certifiable } from "./certifiable.ts";
import type { Certificate, Span } from "./certificate.ts";
import { formatNamed } from "./float_format.ts";
import type { FormatName } from "./format.ts";
import { mergeCertificates } from "./merge_certificates.ts";
import { checkOptions, type Known } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** What to certify, and how. */
export interface CertifyOptions {
  /** Whose inputs to go through. A float64 has too many. */
  readonly format: Exclude<FormatName, "float64">;
  /** Lowest and highest input, both included, ±∞ for all; the whole format if left out. */
  readonly range?: readonly [low: number, high: number];
  /** An earlier, unfinished certificate of the same functions: what it covers is not repeated. */
  readonly resume?: Certificate;
  /** Called after each piece: a million inputs on workers, some thousands in this thread. */
  readonly onProgress?: (progress: CertifyProgress) => void;
  /** Stops the work: the promise is rejected with its reason. */
  readonly signal?: AbortSignal;
  /**
   * Threads to use. 0 works in this thread, for any function. If left out: 0 for a 16-bit format,
   * as many as there are cores for float32.
   */
  readonly workers?: number;
}

const certifyOptions: Known<CertifyOptions> = {
  format: kinds.needed(kinds.text),
  range: kinds.interval,
  resume: kinds.object,
  onProgress: kinds.callable,
  signal: kinds.signal,
  workers: kinds.number,
};

/** How far the work has come. */
export interface CertifyProgress {
  /** Inputs done, those of a resumed certificate included. */
  readonly done: number;
  /** Inputs asked for. */
  readonly total: number;
  /** What is certified so far: keep it to resume from. */
  readonly partial: Certificate;
}

/** Inputs in a piece: on workers; and here, where nothing is heard of a stop within one. */
const pieceSize = 2 ** 20;
const smallPiece = { narrow: 2 ** 12, wide: 2 ** 16 };

/**
 * Goes through every finite input of a format and counts where a candidate differs from a reference.
 *
 * Both are computed in double and rounded once to the format. The reference's double is taken for
 * right to within one step; inputs at which that step could change the rounding are counted. A
 * candidate that rounds as it goes (with `Math.fround`, say) is certified as the kernel it models.
 *
 * A 16-bit format takes a fraction of a second. All of float32, 4.3 billion inputs, takes a minute or
 * two of processor time, shared by the threads, where both functions are of the catalogue and have a
 * kernel in WebAssembly: it does what rounding is in no doubt of, their doubles the rest. Functions of
 * one's own take as long as they take.
 *
 * Threads share the work only on functions they can load: activations of the catalogue, their
 * derivatives, and `{ module, export }`. Results do not depend on the number of threads.
 *
 * @param reference what is right, accurate to less than one step of a double
 * @param candidate what is certified
 * @param options format, range, progress, cancellation, threads
 * @returns what was counted, plain data
 * @throws RangeError if the format is float64, the range is reversed, or the certificate to resume is
 *   of something else
 * @throws TypeError if threads are asked for and a function cannot be sent to them
 *
 * @example
 * ```ts
 * import { gelu, geluTanh } from "@actbook/actbook";
 * import { countDifferences } from "@actbook/actbook/comparison";
 * import { assertEquals } from "@std/assert";
 *
 * const options = { format: "bfloat16" } as const;
 * const { inputs, differing, worst } = await countDifferences(gelu, geluTanh, options);
 * assertEquals([inputs, differing], [65280, 405]);
 * assertEquals(worst, { x: -10.125, ulps: 6538 });
 * ```
 */
export async function countDifferences(
  reference: Certifiable,
  candidate: Certifiable,
  options: CertifyOptions,
): Promise<Certificate> {
  checkOptions("certify", options, certifyOptions);
  checkCertifiable("the reference", reference);
  checkCertifiable("the candidate", candidate);
  const { format, range = [-Infinity, Infinity], resume, onProgress, signal } = options;
  checkFormat(format);
  checkRange(range);
  const workers = options.workers ??
    (format === "float32" && "Worker" in globalThis ? navigator.hardwareConcurrency : 0);
  checkWorkers(workers);
  signal?.throwIfAborted();
  const names = [reference, candidate].map(nameOfCertifiable);
  const codec = codecOf(format);
  const wanted = spanOf(codec, ...range);
  const total = countOf([wanted]);
  let certificate = emptyCertificate(format, names[0], names[1]);
  if (resume) certificate = mergeCertificates(certificate, resume);
  const left = remaining(wanted, certificate.covered);
  const collect = (piece: Tally) => {
    certificate = withTally(certificate, piece);
    const covered = remaining(wanted, certificate.covered);
    onProgress?.({ done: total - countOf(covered), total, partial: certificate });
  };
  if (workers > 0) {
    const [sentReference, sentCandidate] = [
      sendable(reference, format),
      sendable(candidate, format),
    ];
    const job = { format, reference: sentReference, candidate: sentCandidate };
    await tallyOnWorkers(job, allPieces(codec, left, pieceSize), workers, signal, collect);
  } else {
    const [f, g] = [await here(reference), await here(candidate)];
    let due = performance.now() + 50;
    const size = formatNamed(format).bits > 16 ? smallPiece.wide : smallPiece.narrow;
    for (const span of allPieces(codec, left, size)) {
      collect(tally(codec, f, g, span));
      // Lets timers and cancellation in, often enough that nobody waits.
      if (performance.now() < due) continue;
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      due = performance.now() + 50;
    }
  }
  return certificate;
}

function checkCertifiable(name: string, f: unknown): void {
  const named = f as { module?: unknown; export?: unknown } | null | undefined;
  if (typeof f === "function" || (named?.module !== undefined && named.export !== undefined)) {
    return;
  }
  throw new TypeError(
    `Cannot certify as ${name} must be a function or { module, export }: ` +
      `current value is ${shown(f)}`,
  );
}

function* allPieces(codec: Codec, spans: readonly Span[], size: number): Generator<Span> {
  for (const span of spans) yield* pieces(codec, span, size);
}

async function here(f: Certifiable): Promise<(x: number) => number> {
  return typeof f === "function" ? f : await load(f);
}

function sendable(f: Certifiable, format: string): Portable {
  const sent = portable(f);
  if (sent) return sent;
  throw new TypeError(
    `Cannot certify ${format} on workers as ${nameOfCertifiable(f)} must be an activation of the ` +
      "catalogue or { module, export }: a function made here cannot be sent; workers: 0 stays here",
  );
}

function checkFormat(name: FormatName): void {
  const { exponentBits, significandBits } = formatNamed(name).shape;
  if (exponentBits <= 8 && significandBits <= 23) return;
  throw new RangeError(
    `Cannot certify as format must be no wider than float32: current value is ${name}`,
  );
}

function checkRange([low, high]: readonly [number, number]): void {
  if (low <= high) return;
  throw new RangeError(
    `Cannot certify as range must hold low <= high: current value is [${low}, ${high}]`,
  );
}

function checkWorkers(workers: number): void {
  if (workers > 0 && !("Worker" in globalThis)) {
    throw new Error(
      "Cannot certify in workers as only Deno and browsers have them: leave workers out",
    );
  }
  if (Number.isInteger(workers) && workers >= 0) return;
  throw new RangeError(
    `Cannot certify as workers must be a whole number >= 0: current value is ${workers}`,
  );
}
