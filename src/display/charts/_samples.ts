import { endsOf } from "../_ends.ts";
import { shown } from "../../options/shown.ts";
import { several } from "../texts/_words.ts";
import type { Measured } from "./_measure.ts";
import { type Reading, readingOf } from "./_reading.ts";
import { uniqueTitles } from "./unique_titles.ts";

/** Values of one kind: those of one run, one method, one group. */
export interface Sample {
  /** What the values are of. */
  readonly title: string;
  /** The values, in any order: numbers or dates. */
  readonly values: Iterable<Measured>;
}

/** A sample with its values read and in order. */
export interface ReadSample {
  readonly title: string;
  readonly sorted: readonly number[];
}

/** Samples, how to read them, and how many of their values are missing. */
export interface ReadSamples {
  readonly samples: readonly ReadSample[];
  readonly reading: Reading;
  readonly notes: readonly string[];
}

/** Reads samples for a chart. */
export function readSamples(given: readonly Sample[], zone?: string): ReadSamples {
  const lists = listed(given).map(({ title, values }) => ({ title, values: [...values] }));
  const reading = readingOf(lists.flatMap(({ values }) => values), zone);
  let missing = 0;
  const samples = lists.map(({ title, values }) => {
    const numbers = values.map(reading.number).filter(Number.isFinite);
    missing += values.length - numbers.length;
    return { title, sorted: numbers.sort((a, b) => a - b) };
  });
  const all = lists.reduce((n, { values }) => n + values.length, 0);
  const notes = missing > 0 ? [`${missing} of ${several(all, "value")} missing or not finite`] : [];
  const ends = samples.flatMap(({ sorted }) =>
    sorted.length > 0 ? [sorted[0], sorted.at(-1)!] : []
  );
  const within = reading.within(...endsOf(ends));
  return { samples, reading: within, notes };
}

function listed(samples: unknown): readonly Sample[] {
  const isSample = (one: unknown): one is Sample =>
    typeof one === "object" && one !== null && "title" in one && typeof one.title === "string" &&
    "values" in one && typeof one.values === "object" && one.values !== null &&
    Symbol.iterator in one.values;
  const wrong = Array.isArray(samples) ? samples.find((one) => !isSample(one)) : samples;
  if (Array.isArray(samples) && samples.every(isSample)) return uniqueTitles(samples);
  throw new TypeError(
    `Cannot draw samples as they must be a list of { title, values }: ` +
      `current value is ${shown(wrong)}`,
  );
}
