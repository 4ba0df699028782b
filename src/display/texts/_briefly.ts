import { printable } from "./_printable.ts";

/** A value for an error message, in few words. */
export function briefly(value: unknown): string {
  const words = inWords(value);
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

function inWords(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(printable(value));
    case "bigint":
      return `${value}n`;
    case "function":
      return value.name === "" ? "a function" : `the function ${printable(value.name)}`;
    case "object":
      return value === null ? "null" : objectInWords(value);
    default:
      return String(value);
  }
}

function objectInWords(value: object): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `a list of ${value.length}`;
  const name = printable(`${value.constructor?.name ?? "Object"}`);
  if (name !== "Object") return `${/^[AEIOU]/.test(name) ? "an" : "a"} ${name}`;
  return `{ ${Object.keys(value).slice(0, 4).map(printable).join(", ")} }`;
}
