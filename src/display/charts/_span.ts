import { interval, type Kind } from "../../options/kinds.ts";

/** From where to where an axis goes. */
export type Span = readonly [low: number, high: number] | readonly [from: Date, to: Date];

/** A span, as an option. */
export const span: Kind<Span> = {
  name: "two numbers, [low, high], or two dates",
  has: (value) =>
    interval.has(value as readonly [number, number]) ||
    (Array.isArray(value) && value.length === 2 && value.every((end) => end instanceof Date)),
};
