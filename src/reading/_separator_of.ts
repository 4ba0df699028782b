/** What may stand between values. */
const separators = [",", ";", "\t", "|"];

/**
 * The separator of a text: the one that stands most often in its head, outside quotes; the comma
 * where none does. Where commas are decimal points, spreadsheets write semicolons.
 */
export function separatorOf(text: string): string {
  const head = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.replace(/^\ufeff?[\r\n]*/, ""))?.[0] ?? "";
  const bare = head.replace(/"(?:[^"]|"")*"/g, "");
  const counts = separators.map((separator) => bare.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))];
}
