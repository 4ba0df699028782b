/** A value for a message, in a few words whatever it is. */
export function shown(value: unknown): string {
  const words = inWords(value);
  return words.length > 60 ? `${words.slice(0, 57)}…` : words;
}

function inWords(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  // Not to be taken for a number.
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => shown(item)).join(", ")}]`;
  return `an object of class ${value.constructor?.name ?? "null"}`;
}
