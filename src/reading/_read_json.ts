import { jsoncParser } from "./_packages.ts";
import { shown } from "../options/shown.ts";
import { guessType, type Row, valueOf } from "./_guess_types.ts";

/** Reads rows, or columns, of JSON; `lines` for a row on each line. */
export async function readJson(text: string, lines: boolean): Promise<Row[]> {
  const data = lines ? await linesOf(text) : await parsed(text, 1);
  const rows = Array.isArray(data) ? data : rowsOf(data);
  const wrong = rows.findIndex((row) => typeof row !== "object" || row === null);
  if (wrong >= 0) {
    throw new SyntaxError(
      `row ${wrong + 1} must be an object: current value is ${shown(rows[wrong])}`,
    );
  }
  return withDates(rows as Row[]);
}

async function linesOf(text: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() !== "") rows.push(await parsed(line, i + 1));
  }
  return rows;
}

async function parsed(text: string, firstLine: number): Promise<unknown> {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { parse, printParseErrorCode } = await jsoncParser();
    const faults: { error: number; offset: number; length: number }[] = [];
    parse(text, faults, { disallowComments: true });
    if (faults.length === 0) throw cause;
    const [{ error, offset }] = faults;
    const before = text.slice(0, offset).split("\n");
    // Such as "ValueExpected".
    const what = printParseErrorCode(error).replace(/(?<=[a-z])[A-Z]/g, " $&").toLowerCase();
    throw new SyntaxError(
      `line ${firstLine + before.length - 1}, column ${
        before[before.length - 1].length + 1
      }: ${what}`,
      { cause },
    );
  }
}

/** Columns as rows. */
function rowsOf(data: unknown): unknown[] {
  const columns = Object.entries((data ?? {}) as Record<string, unknown>);
  const lengths = new Set(columns.map(([, values]) => Array.isArray(values) ? values.length : -1));
  const [length] = lengths;
  if (columns.length === 0 || lengths.size !== 1 || length < 0) {
    throw new SyntaxError(
      `it must hold a list of rows, or columns of one length: current value is ${shown(data)}`,
    );
  }
  return Array.from(
    { length },
    (_, i) => Object.fromEntries(columns.map(([name, values]) => [name, (values as unknown[])[i]])),
  );
}

/** JSON has no dates: columns of texts that all are dates become such. */
function withDates(rows: Row[]): Row[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const dates = names.filter((name) => {
    const values = rows.map((row) => row[name]).filter((value) => value != null);
    return values.every((value) => typeof value === "string") &&
      guessType(values as string[]) === "date";
  });
  if (dates.length === 0) return rows;
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(
      dates.filter((name) => typeof row[name] === "string")
        .map((name) => [name, valueOf(row[name] as string, "date")]),
    ),
  }));
}
