import type { Row } from "./_guess_types.ts";
import { hyparquet, hyparquetCompressors } from "./_packages.ts";

/** Reads all rows of Parquet. */
export async function readParquet(bytes: Uint8Array<ArrayBuffer>): Promise<Row[]> {
  const [{ parquetReadObjects }, { compressors }] = await Promise.all([
    hyparquet(),
    hyparquetCompressors(),
  ]);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const rows = await parquetReadObjects({ file, compressors });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))
  );
}

/** Whole numbers of 64 bits are numbers where nothing is lost by that. */
function plain(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
