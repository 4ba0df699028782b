/** Deno's kernel calls all cells `<anonymous>`; Actbook's says which. */
const PLACE = /(?:<anonymous>|cell:? ?\d+):(\d+):(\d+)/;
const FRAME = /^\s*at (?:async )?(?:(.+?) \()?(?:<anonymous>|cell:? ?\d+):\d+:\d+\)?$/;

/**
 * The place in a cell that a line of a traceback names; undefined if it names none, or one in a
 * function of another cell, as far as can be told.
 */
export function ownPlace(
  line: string,
  source: string,
): { line: number; column: number } | undefined {
  const frame = FRAME.exec(line);
  if (!frame || frame[1] !== undefined && !declares(source, frame[1])) return undefined;
  const [, row, column] = PLACE.exec(line)!;
  return { line: Number(row), column: Number(column) };
}

/** Whether a source declares the function that a frame names: `f`, `A.f`, `new A`, `async f`. */
function declares(source: string, frame: string): boolean {
  const name = /([\w$]+)(?: \[as .*\])?$/.exec(frame)?.[1];
  if (name === undefined) return false;
  const word = name.replaceAll("$", "\\$");
  const declaration = new RegExp(
    `(?:function\\s*\\*?|class|const|let|var)\\s+${word}(?![\\w$])|` +
      `^[^\\S\\n]*(?:async |static |get |set |#|\\*)*${word}\\s*\\([^)]*\\)[^;{=]*\\{|` +
      `(?<![\\w$])${word}\\s*[=:](?!=)`,
    "m",
  );
  return declaration.test(source);
}
