import type { ColumnFacts, ColumnType } from "./column_facts.ts";
import { guessType, type Row, valueOf } from "./_guess_types.ts";
import { haveDecimalCommas, withPoint } from "./_decimal_comma.ts";
import { csvParse } from "./_packages.ts";

/** A table as it was read. */
export interface Read {
  readonly rows: Row[];
  readonly columns?: readonly ColumnFacts[];
}

/** Reads values with a separator; `types` are those of columns that are not to be guessed. */
export async function readCsv(
  text: string,
  separator: string,
  types: Readonly<Record<string, ColumnType>>,
): Promise<Read> {
  const [head, ...body] = await linesOf(text, separator);
  if (!head) throw new SyntaxError("it has no head with the names of the columns");
  const names = namesOf(head.values);
  const odd = body.find(({ values }) => values.length !== names.length);
  if (odd) {
    throw new SyntaxError(
      `line ${odd.number} has ${odd.values.length} values, and the head names ${names.length}: ` +
        `they were taken to be separated by ${JSON.stringify(separator)}`,
    );
  }
  for (const name of Object.keys(types)) {
    if (!names.includes(name)) {
      throw new SyntaxError(`it has no column ${name}: its columns are ${names.join(", ")}`);
    }
  }
  const columns = names.map((name, k) => {
    const given = body.map(({ values }) => values[k]);
    const guess = types[name] ?? guessType(given);
    const comma = (guess === "number" || (guess === "text" && !(name in types))) &&
      haveDecimalCommas(given, separator);
    const [type, texts] = comma ? ["number" as const, given.map(withPoint)] : [guess, given];
    const values = texts.map((text, i) => {
      const value = valueOf(text, type);
      if (value !== undefined) return value;
      throw new SyntaxError(
        `line ${body[i].number}, column ${name} must be a ${type}: current value is ${
          JSON.stringify(text)
        }`,
      );
    });
    return { name, type, values, comma };
  });
  return {
    rows: body.map((_, i) =>
      Object.fromEntries(columns.map(({ name, values }) => [name, values[i]]))
    ),
    columns: columns.map(({ name, type, values, comma }) => ({
      name,
      type,
      ...(comma ? { decimalComma: true } : {}),
      missing: values.filter((value) => value === null).length,
    })),
  };
}

/** Names as they are, and no two alike. */
function namesOf(head: readonly string[]): string[] {
  const names: string[] = [];
  for (const [i, text] of head.entries()) {
    let [name, n] = [text.trim() || `column ${i + 1}`, 1];
    while (names.includes(name)) name = `${text.trim() || `column ${i + 1}`} (${++n})`;
    names.push(name);
  }
  return names;
}

/** The values between two ends of line, and on which line they begin. */
interface Line {
  readonly number: number;
  readonly values: readonly string[];
}

async function linesOf(text: string, delimiter: string): Promise<Line[]> {
  const { parse } = await csvParse();
  try {
    const lines = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return lines.map(({ record, info }) => {
      // Counted where the values end: those in quotes may go over several lines.
      const within = record.reduce((n, value) => n + (value.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      return { number: info.lines - within, values: record };
    });
  } catch (error) {
    const { message } = error as Error;
    throw new SyntaxError(message.replace(/[.,]?\s*$/, ""));
  }
}
