/**
 * Tables out of files: comma-separated values, JSON, Parquet, and arrays of NumPy.
 *
 * @module
 */

export * from "./column_facts.ts";
export * from "./read_table.ts";
