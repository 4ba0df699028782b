/**
 * What charts take as data.
 *
 * @module
 */

export type { Frame, Rows } from "./_columns.ts";
export type { Measured } from "./_measure.ts";
export type { Sample } from "./_samples.ts";
export type { SampleColumns } from "./_samples_of.ts";
export type { Channels } from "./_series_of.ts";
export type { Span } from "./_span.ts";
