import { plainEnvironment } from "./_environment.ts";
import { within } from "../session/within.ts";

/**
 * What `deno run --check` says about a module that exists only on standard input, as if it stood in
 * a folder: its deno.json, its relative imports and its compiler options apply, and nothing is
 * written there. `deno check` reads no standard input.
 *
 * The module never runs: the caller's source ends in a line that is a type error, so the check
 * fails. And if that ever changed, it would run without permissions.
 *
 * @param source The module
 * @param folder The folder it seems to stand in
 * @param options Whether the source is TSX; comments for the top of the file; aborting the signal ends
 *     the check
 * @returns Standard error, without colours
 */
export async function denoCheck(
  source: string,
  folder: string,
  { tsx = false, head = [], signal }: {
    tsx?: boolean;
    head?: readonly string[];
    signal?: AbortSignal;
  } = {},
): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--check", "--no-prompt", `--ext=${tsx ? "tsx" : "ts"}`, "-"],
    cwd: folder,
    env: plainEnvironment(),
    clearEnv: true,
    stdin: "piped",
    stdout: "null",
    stderr: "piped",
    signal,
  }).spawn();
  const input = new Blob([[...head, FIRST_LINE, source, LAST_LINE, ""].join("\n")]).stream();
  // The check may fail before it has read everything.
  await within(60_000, input.pipeTo(child.stdin).catch(() => {}), undefined);
  const { stderr } = await child.output();
  signal?.throwIfAborted();
  return new TextDecoder().decode(stderr);
}

/** A statement, so that no `@ts-nocheck` in the source is the first thing of the module. */
const FIRST_LINE = "export {};";
/** The semicolon takes what a `@ts-ignore` at the end of the source would do to the line after it. */
const LAST_LINE = ";\nconst __neverRun: never = 0;";

/** How a finding names the module. */
export const STDIN = "stdin";

/** An error that Deno found. */
export interface Finding {
  /** "TS2322", or "" for an error that is not the type checker's. */
  readonly code: string;
  readonly message: string;
  /** The URL of the file; undefined if Deno named none. */
  readonly file?: string;
  /** Line, from 1, in the file; for the module on standard input, in the source given. */
  readonly line?: number;
  readonly column?: number;
}

const HEAD = /^(?:(TS\d+) \[ERROR\]|error): (.*)$/;
const PLACE = /^ {4}at (\S+?):(\d+):(\d+)$/;

/**
 * The errors in what `denoCheck` returned, without the one that it adds itself.
 *
 * @param said Standard error of Deno
 * @param lines How many lines the source has
 * @param head How many lines of comments stood before it
 */
export function findings(said: string, lines: number, head = 0): Finding[] {
  const blocks: string[][] = [];
  for (const line of said.split("\n")) {
    if (HEAD.test(line)) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.map((block) => finding(block, head)).filter(({ message, file, line }) =>
    message !== "Type checking failed." && (file !== STDIN || (line! >= 1 && line! <= lines))
  );
}

/** One error: its first line, the indented reasons, the line of source with a mark, the place. */
function finding([first, ...rest]: string[], head: number): Finding {
  const [, code = "", message] = HEAD.exec(first)!;
  const mark = rest.findIndex((line) => /^\s*[~^]+$/.test(line));
  const reasons = code ? rest.slice(0, Math.max(0, mark - 1)) : [];
  const text = [message, ...reasons.filter((line) => line.startsWith("  "))].join("\n");
  const place = rest.map((line) => PLACE.exec(line)).find((match) => match !== null);
  if (!place) return { code, message: text };
  const [, url, line, column] = place;
  const own = /\$deno\$stdin\.tsx?$/.test(url);
  return {
    code,
    message: text,
    file: own ? STDIN : url,
    line: Number(line) - (own ? head + 1 : 0),
    column: Number(column),
  };
}
