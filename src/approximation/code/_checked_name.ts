import type { CodeFormat } from "./languages/_language.ts";

/** The name, if the language lets a function have it. */
export function checkedName(name: string, reserved: string): string {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || /^([xytsvpquc])\d*$|^table\d+$/.test(name)) {
    throw new RangeError(
      `Cannot export as the name must be an identifier other than x, y, t, s, v, p, q, u, c, table0: ` +
        `current value is ${name}`,
    );
  }
  if (!reserved.split(" ").includes(name)) return name;
  throw new RangeError(
    `Cannot export as the name must be no word of the language or the code: current value is ${name}`,
  );
}

/** The format that is computed in, if the language has it; its usual one if none is given. */
export function formatFor(
  language: string,
  known: readonly CodeFormat[],
  format: CodeFormat = known[0],
): CodeFormat {
  if (known.includes(format)) return format;
  throw new RangeError(
    `Cannot export ${language} as format must be one of ${known.join(", ")}: ` +
      `current value is ${format}`,
  );
}
