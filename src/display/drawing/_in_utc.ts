import {
  eachPart,
  everySource,
  everywhere,
  expressions,
  isPart,
  type Part,
  somewhere,
} from "./_everywhere.ts";

/**
 * A spec whose times are all in UTC, so that its pictures are the same in every time zone. What is
 * asked for in local time by `scale: { type: "time" }` stays so.
 */
export function inUtc<Spec extends object>(spec: Spec): Spec {
  if (!mayHaveTimes(spec)) return spec;
  const times = timeFields(spec);
  const changed = everywhere(spec, (part) => inExpressions(inUnits(inChannels(part)))) as Part;
  const zoned = everySource(changed, (source) => withZones(source, times)) as Part;
  if (!writesTimes(zoned)) return zoned as Spec;
  const { config } = zoned;
  return { ...zoned, config: { ...config as Part, customFormatTypes: true } } as unknown as Spec;
}

/** Most specs have no times, and are left alone. */
function mayHaveTimes(spec: unknown): boolean {
  return somewhere(spec, (part) => {
    if (part.type === "temporal" || part.timeUnit !== undefined || isDateByParts(part)) return true;
    const { data } = part;
    if (isPart(data) && isPart(data.format) && isPart(data.format.parse)) return true;
    for (const key of expressions) {
      const text = part[key];
      if (typeof text === "string" && inExpression(text) !== text) return true;
    }
    return false;
  });
}

/** Whether a text is written by a function of Vega's, which a spec has to allow. */
function writesTimes(spec: Part): boolean {
  return somewhere(spec, ({ formatType }) => formatType === "utcFormat");
}

function isLocal({ scale }: Part): boolean {
  return isPart(scale) && scale.type === "time";
}

function isTime(channel: Part): boolean {
  if (isLocal(channel)) return false;
  return channel.type === "temporal" || (channel.timeUnit !== undefined && !("type" in channel));
}

/** Channels without a scale. */
const scaleless = new Set(
  "text tooltip detail order key href url description x2 y2 row column facet latitude longitude"
    .split(" "),
);

function inChannels(part: Part): Part {
  const { encoding } = part;
  if (!isPart(encoding)) return part;
  const channels = Object.entries(encoding).map(([name, channel]) => [
    name,
    Array.isArray(channel) ? channel.map((one) => inChannel(name, one)) : inChannel(name, channel),
  ]);
  return { ...part, encoding: Object.fromEntries(channels) };
}

function inChannel(name: string, channel: unknown): unknown {
  if (!isPart(channel)) return channel;
  if (isPart(channel.condition) && isTime(channel.condition)) {
    return inChannel(name, { ...channel, condition: withScale(channel.condition) });
  }
  if (!isTime(channel)) return channel;
  if (!scaleless.has(name)) return withScale(channel);
  const written = (name === "text" || name === "tooltip") && channel.timeUnit === undefined &&
    !("formatType" in channel);
  return written ? { format: "%b %d, %Y", ...channel, formatType: "utcFormat" } : channel;
}

function withScale(channel: Part): Part {
  const { scale } = channel;
  if (scale === null || (isPart(scale) && "type" in scale)) return channel;
  return { ...channel, scale: { type: "utc", ...scale as Part } };
}

const dateKeys = new Set(
  "year quarter month date day hours minutes seconds milliseconds".split(" "),
);

function isDateByParts(part: Part): boolean {
  let some = false;
  for (const key in part) {
    if (!dateKeys.has(key)) return false;
    some = true;
  }
  return some;
}

/** Units of time, and dates by their parts. */
function inUnits(part: Part): Part {
  if (isDateByParts(part)) return { ...part, utc: true };
  const { timeUnit } = part;
  if (timeUnit === undefined || isLocal(part)) return part;
  if (typeof timeUnit === "string") return { ...part, timeUnit: utcUnit(timeUnit) };
  if (!isPart(timeUnit) || timeUnit.utc === false) return part;
  const { unit } = timeUnit;
  const named = typeof unit === "string" ? { ...timeUnit, unit: utcUnit(unit) } : timeUnit;
  return { ...part, timeUnit: typeof unit === "string" ? named : { ...timeUnit, utc: true } };
}

function utcUnit(unit: string): string {
  return unit.startsWith("utc") || unit.startsWith("binned") ? unit : `utc${unit}`;
}

const local =
  /(?<![\w.'"])(?:(year|quarter|month|week|day|dayofyear|date|hours|minutes|seconds|milliseconds)|time(Format|Parse|Offset|Sequence))(?=\s*\()/g;

function inExpressions(part: Part): Part {
  const entries = Object.entries(part).map(([key, value]) => [
    key,
    typeof value === "string" && expressions.has(key) ? inExpression(value) : value,
  ]);
  return Object.fromEntries(entries);
}

function inExpression(text: string): string {
  return text.replace(local, (_, field, tool) => `utc${field ?? tool}`)
    .replace(/(?<![\w.'"])datetime(?=\s*\([^()]*,)/g, "utc");
}

/** The names of the fields that are times. */
function timeFields(spec: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  eachPart(spec, (part) => {
    const time = part.type === "temporal" || part.timeUnit !== undefined;
    if (time && typeof part.field === "string" && !isLocal(part)) found.add(part.field);
  });
  return found;
}

/** Data whose times without a zone, which would be local ones, are in UTC. */
function withZones(source: Part, times: ReadonlySet<string>): Part {
  const { values, format } = source;
  const parse = isPart(format) && isPart(format.parse) ? format.parse : {};
  const parses = Object.entries(parse).map(([field, how]) => [
    field,
    typeof how === "string" ? how.replace(/^date:/, "utc:") : how,
  ]);
  const parsed = parses.length === 0
    ? source
    : { ...source, format: { ...format as Part, parse: Object.fromEntries(parses) } };
  const free = [...times].filter((field) => !`${parse[field] ?? ""}`.includes(":"));
  if (free.length === 0 || !Array.isArray(values)) return parsed;
  return { ...parsed, values: values.map((row) => isPart(row) ? zonedRow(row, free) : row) };
}

function zonedRow(row: Part, fields: readonly string[]): Part {
  let zoned = row;
  for (const field of fields) {
    const value = row[field];
    if (typeof value !== "string") continue;
    const utc = zonedText(value);
    if (utc !== value) zoned = { ...zoned, [field]: utc };
  }
  return zoned;
}

/** A date without a time is in UTC by itself if it is written with dashes. */
function zonedText(text: string): string {
  if (/^\s*$|^[+-]?\d+(-\d\d){0,2}$|(?:Z|UTC|GMT.*|[+-]\d\d:?\d\d)$/i.test(text.trim())) {
    return text;
  }
  for (const zoned of [`${text}Z`, `${text} UTC`]) {
    const instant = Date.parse(zoned);
    if (!Number.isNaN(instant)) return new Date(instant).toISOString();
  }
  return text;
}
