import type { Reading } from "./_reading.ts";

/** A point of a scatter plot, read. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly series: string;
}

/** Where points begin and end along an axis. */
export type Range = readonly [low: number, high: number];

/** One axis: the channel for the spec, and how its values are written. */
export interface Axis {
  readonly channel: object;
  readonly tooltip: object;
  readonly round: Reading["round"];
}

/** Both of them. */
export interface Axes {
  readonly x: Axis;
  readonly y: Axis;
}

/** The axis of a field. */
export function axis(
  field: string,
  reading: Reading,
  text: string,
  pixels: number,
  range: Range | undefined,
): Axis {
  const title = reading.title(text);
  const ends = range ? { domain: range.map((end) => reading.round(end, 7)) } : {};
  const scale = { ...ends, ...(reading.time ? {} : { zero: false }), padding: 8 };
  return {
    channel: { field, title, ...reading.channel(pixels, scale) },
    tooltip: reading.tooltip(field, title),
    round: reading.round,
  };
}
