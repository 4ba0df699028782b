/**
 * Reads the fixtures that `tests/fixtures/generate.py` writes.
 *
 * @module
 */

/** Exact values: `(hi + lo/65536 · ulp(hi)) · 2^(128 · scale)`; NaN where there is no value. */
export interface ExactValues {
  readonly hi: Float64Array;
  readonly lo: Int16Array;
  readonly scale: Int8Array;
}

/** A place where terms of f, f′ or f″ cancel, and the largest of these terms there. */
export interface Zero {
  readonly order: number;
  readonly x: number;
  readonly term: number;
}

/** What is known of one function. */
export interface Fixture {
  readonly id: string;
  /** `"exact"` for piecewise polynomials, which must be correctly rounded. */
  readonly kind: "smooth" | "exact";
  readonly parameters: Readonly<Record<string, number>>;
  readonly zeros: readonly Zero[];
  readonly breaks: readonly number[];
  readonly xs: Float64Array;
  /** f, f′ and f″ at `xs`. */
  readonly orders: readonly ExactValues[];
}

const folder = new URL("../fixtures/", import.meta.url);

/** The ids of all fixtures, sorted. */
export function fixtureIds(): string[] {
  return Array.from(Deno.readDirSync(folder), (entry) => entry.name)
    .filter((name) => name.endsWith(".bin.gz"))
    .map((name) => name.slice(0, -".bin.gz".length))
    .sort();
}

/** The fixture of a function of the catalogue. */
export async function readFixture(id: string): Promise<Fixture> {
  const packed = await Deno.readFile(new URL(`${id}.bin.gz`, folder));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return decodeFixture(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** Reads an unpacked fixture. */
export function decodeFixture(bytes: Uint8Array): Fixture {
  const line = bytes.indexOf(10);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, line)));
  const count: number = header.points;
  let at = line + 1;
  const take = (size: number) => bytes.slice(at, at += count * size);
  const doubles = () => new Float64Array(unshuffled(take(8), count).buffer);
  const xs = doubles();
  const orders = [0, 1, 2].map(() => ({
    hi: doubles(),
    lo: new Int16Array(take(2).buffer),
    scale: new Int8Array(take(1).buffer),
  }));
  return { ...header, xs, orders };
}

/** Bytes of doubles from planes: all first bytes, all second bytes, … */
function unshuffled(planes: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count * 8);
  for (let plane = 0; plane < 8; plane++) {
    for (let i = 0; i < count; i++) bytes[8 * i + plane] = planes[plane * count + i];
  }
  return bytes;
}
