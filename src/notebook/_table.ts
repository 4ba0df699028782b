/** Rows as aligned text: the first column to the left, numbers to the right, the last as it is. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const last = head.length - 1;
  return all.map((row) =>
    row.map((text, column) =>
      column === 0 ? text.padEnd(widths[0]) : column === last ? text : text.padStart(widths[column])
    ).join("  ").trimEnd()
  ).join("\n");
}
