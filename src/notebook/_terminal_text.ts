/** One line as a terminal leaves it: backspace deletes, carriage return goes to the start. */
function settle(line: string): string {
  const shown: string[] = [];
  let at = 0;
  for (const character of line) {
    if (character === "\r") at = 0;
    else if (character === "\b") shown.splice(at = Math.max(0, at - 1), 1);
    else shown[at++] = character;
  }
  return shown.join("");
}

/**
 * Text with what `\r` and `\b` overwrote removed, as JupyterLab stores it, so that a progress bar
 * leaves its last state.
 */
export function terminalText(text: string): string {
  if (!/[\r\b]/.test(text)) return text;
  return text.replaceAll(/\r+\n/g, "\n").split("\n").map(settle).join("\n");
}
