/**
 * A text without control characters, which move a terminal's cursor and are not allowed in XML, and
 * without those that reverse the order of what follows.
 */
export function printable(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text.toWellFormed()
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}
