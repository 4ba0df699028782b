// What files are read with: the only place that names these packages. `as string` hides a name from
// Deno's eye, which would fetch the package along with every module that mentions it.

/** Takes comma-separated values apart. */
export function csvParse(): Promise<typeof import("npm:csv-parse@7.0.3/sync")> {
  return import("npm:csv-parse@7.0.3/sync" as string);
}

/** Reads Parquet. */
export function hyparquet(): Promise<typeof import("npm:hyparquet@1.33.0")> {
  return import("npm:hyparquet@1.33.0" as string);
}

/** The compressions of Parquet. */
export function hyparquetCompressors(): Promise<typeof import("npm:hyparquet-compressors@1.1.2")> {
  return import("npm:hyparquet-compressors@1.1.2" as string);
}

/** Unpacks zip archives. */
export function fflate(): Promise<typeof import("npm:fflate@0.8.3")> {
  return import("npm:fflate@0.8.3" as string);
}

/** Reads NumPy's arrays. */
export function npyjs(): Promise<typeof import("npm:npyjs@1.2.0")> {
  return import("npm:npyjs@1.2.0" as string);
}

/** Says where a text is no JSON, which engines do not. */
export function jsoncParser(): Promise<typeof import("npm:jsonc-parser@3.3.1")> {
  return import("npm:jsonc-parser@3.3.1" as string);
}
