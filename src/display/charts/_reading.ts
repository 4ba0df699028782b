import { digitsMore, numbersWith, tickCount } from "../drawing/_axis.ts";
import { spoken } from "../texts/_words.ts";
import { quantity } from "./_interaction.ts";
import { areTimes, instantOf, numberOf } from "./_measure.ts";
import { roundTo } from "../texts/_round.ts";

/** How the values along one axis are read, drawn and said. */
export interface Reading {
  readonly time: boolean;
  /** A value as the number that is drawn, `NaN` if it is missing. */
  number(value: unknown): number;
  /** A number short enough for JSON. */
  round(value: number, digits: number): number;
  /** What the title of the axis must say besides. */
  title(text: string): string;
  /** Type, axis and scale of a position channel of so many pixels. */
  channel(pixels: number, scale: object, axis?: object): object;
  /** The value in a tooltip. */
  tooltip(field: string, title: string): object;
  /** The value in a sentence. */
  spoken(value: number): string;
  /** The same for values that are all between two of them: as many digits as tell them apart. */
  within(low: number, high: number): Reading;
}

/**
 * How to read the values of an axis: as times if they are, as numbers if not.
 *
 * @param values all of them, which are gone through more than once if they are times
 * @param zone the time zone of the axis, UTC if not given
 */
export function readingOf(values: Iterable<unknown>, zone?: string): Reading {
  return areTimes(values) ? timesIn(zone ?? "UTC", [...values]) : plainNumbers;
}

function numbersReading(more: number): Reading {
  return {
    time: false,
    number: numberOf,
    round: (value, digits) => roundTo(value, digits + more),
    title: (text) => text,
    channel: (pixels, scale, axis) => ({
      type: "quantitative",
      axis: { ...numbersWith(more), tickCount: tickCount(pixels, "linear", []), ...axis },
      scale: { nice: false, ...scale },
    }),
    tooltip: (field, title) => quantity(field, title, `.${Math.min(17, 6 + more)}~g`),
    spoken: (value) => more === 0 ? spoken(value) : `${roundTo(value, 4 + more)}`,
    within: numbersWithin,
  };
}

const plainNumbers = numbersReading(0);

/** How to read numbers that are all between two. */
export function numbersWithin(low: number, high: number): Reading {
  const more = digitsMore(low, high);
  return more === 0 ? plainNumbers : numbersReading(more);
}

const day = 86_400_000;

function timesIn(zone: string, values: readonly unknown[]): Reading {
  const offset = offsetsOf(zone);
  const number = (value: unknown) => {
    const instant = instantOf(value);
    return Number.isNaN(instant) ? NaN : instant + offset(instant);
  };
  const days = values.every((value) => {
    const time = number(value);
    return Number.isNaN(time) || time % day === 0;
  });
  const text = (time: number) => {
    const iso = new Date(time).toISOString();
    return days ? iso.slice(0, 10) : iso.slice(0, 16).replace("T", " ");
  };
  const self: Reading = {
    time: true,
    number,
    round: (value) => Math.round(value),
    // Of days alone nobody asks where they begin.
    title: (title) => days && zone === "UTC" ? title : `${title} (${zone})`,
    channel: (pixels, scale, axis) => ({
      type: "temporal",
      axis: { labelOverlap: "greedy", tickCount: Math.ceil(pixels / 80), ...axis },
      scale: { type: "utc", nice: false, ...scale },
    }),
    tooltip: (field, title) => ({
      field,
      type: "temporal",
      title,
      format: days ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S",
    }),
    spoken: text,
    within: () => self,
  };
  return self;
}

/** By how much the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetsOf(zone: string): (instant: number) => number {
  if (zone === "UTC") return () => 0;
  const format = clock(zone);
  return (instant) => {
    const parts = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    );
    const { year, month, day, hour, minute, second } = parts;
    const seconds = Math.floor(instant / 1000) * 1000;
    return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
  };
}

function clock(zone: string): Intl.DateTimeFormat {
  const parts = ["year", "month", "day", "hour", "minute", "second"];
  try {
    return new Intl.DateTimeFormat("en", {
      ...Object.fromEntries(parts.map((part) => [part, "numeric"])),
      hourCycle: "h23",
      timeZone: zone,
    });
  } catch (cause) {
    throw new RangeError(
      `Cannot draw times as zone must be a time zone such as Europe/Berlin: current value is ${zone}`,
      { cause },
    );
  }
}
