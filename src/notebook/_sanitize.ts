/** One thing to replace before outputs are compared. */
interface Replacement {
  readonly pattern: RegExp;
  readonly replacement: string;
}

/** Changes a text so that what may differ is the same. */
export type Sanitizer = (text: string) => string;

/**
 * Reads patterns to replace before comparing, as nbval has them: sections of an INI file, each with
 * `regex` and `replace`, in Python's dialect of regular expressions.
 *
 * @param text The contents of the file
 * @param path What to call it in errors
 * @returns What replaces them all, in order
 * @throws {SyntaxError} If a section is incomplete or its pattern is none
 */
export function readSanitizer(text: string, path: string): Sanitizer {
  const replacements = [...sections(text)].map(([name, fields]) => {
    const regex = fields.get("regex"), replace = fields.get("replace");
    if (regex === undefined || replace === undefined) {
      throw new SyntaxError(
        `Cannot read ${path}: [${name}] must have the fields regex and replace`,
      );
    }
    return toReplacement(regex, replace, `${path}: [${name}]`);
  });
  return (text) =>
    replacements.reduce((sum, { pattern, replacement }) => sum.replace(pattern, replacement), text);
}

/** Python's ConfigParser: `name: value` or `name = value`, comments, lines that go on indented. */
function sections(text: string): Map<string, Map<string, string>> {
  const all = new Map<string, Map<string, string>>();
  let fields: Map<string, string> | undefined, last = "";
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*[#;]|^\s*$/.test(line)) continue;
    const section = /^\[(.+)\]\s*$/.exec(line);
    const field = /^([^\s:=][^:=]*?)\s*[:=]\s*(.*)$/.exec(line);
    if (section) all.set(section[1], fields = new Map());
    else if (/^\s/.test(line) && fields?.has(last)) {
      fields.set(last, `${fields.get(last)}\n${line.trim()}`);
    } else if (field && fields) fields.set(last = field[1].toLowerCase(), field[2].trimEnd());
  }
  return all;
}

/** From Python's regular expressions and replacements to JavaScript's. */
function toReplacement(regex: string, replace: string, where: string): Replacement {
  const [, inline = ""] = /^\(\?([aimsux]+)\)/.exec(regex) ?? [];
  const source = regex
    .replace(/^\(\?[aimsux]+\)/, "")
    .replaceAll(/\(\?P</g, "(?<")
    .replaceAll(/\(\?P=(\w+)\)/g, "\\k<$1>")
    .replaceAll("\\A", "^")
    .replaceAll("\\Z", "$");
  const flags = `g${[..."ims"].filter((flag) => inline.includes(flag)).join("")}`;
  const replacement = replace
    .replaceAll("$", "$$$$")
    .replaceAll(/\\(?:g<(\d+)>|(\d+))/g, (_, named, plain) => `$${named ?? plain}`)
    .replaceAll(/\\g<(\w+)>/g, "$$<$1>")
    .replaceAll("\\n", "\n");
  try {
    return { pattern: new RegExp(source, flags), replacement };
  } catch (error) {
    throw new SyntaxError(`Cannot read ${where}: ${(error as Error).message}`);
  }
}
