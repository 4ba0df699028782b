// deno-lint-ignore no-control-regex
const code = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))/g;

/** Text without what tells a terminal to colour, to move its cursor or to link. */
export function withoutCodes(text: string): string {
  return text.includes("\x1b") ? text.replace(code, "") : text;
}
