import { dirname } from "node:path";

/** A cell that was run. */
export interface Entry {
  /** The number of its session, from 1. */
  readonly session: number;
  /** The number of the cell in it, from 1. */
  readonly line: number;
  /** Its source. */
  readonly code: string;
  /** The plain form of its value, if it showed one. */
  readonly output?: string;
}

/** What a front end asks of the history; the names are those of Jupyter's protocol. */
export interface HistoryRequest {
  /** The last entries, those of one session, or those like a pattern. */
  readonly hist_access_type: "tail" | "range" | "search";
  /** How many of the last, at most. */
  readonly n?: number | null;
  /** The session of a range: 0 is the present one, -1 the one before. */
  readonly session?: number;
  /** The first cell of a range. */
  readonly start?: number;
  /** The cell after the last of a range. */
  readonly stop?: number | null;
  /** What to search for: `*` is anything, `?` one character. */
  readonly pattern?: string;
  /** Whether to leave out what comes twice. */
  readonly unique?: boolean;
}

/** Entries that are kept when a kernel starts. */
const KEPT = 10_000;
/** Characters of a value that are worth keeping. */
const OUTPUT = 2_000;

/** Cells that were run, of this session and of those before, one line of JSON each on disk. */
export class History {
  /** The number of this session. */
  readonly session: number;
  readonly #path?: string;
  readonly #entries: Entry[];

  private constructor(entries: Entry[], session: number, path?: string) {
    this.#entries = entries;
    this.session = session;
    this.#path = path;
  }

  /**
   * Reads the history. If the file cannot be read or written, only this session is remembered.
   *
   * @param path The file; without one, nothing is kept on disk
   */
  static open(path?: string): History {
    if (!path) return new History([], 1);
    try {
      Deno.mkdirSync(dirname(path), { recursive: true });
      using file = Deno.openSync(path, { create: true, read: true, write: true, mode: 0o600 });
      file.lockSync(true); // two kernels that start at once get two numbers
      const entries = parsed(Deno.readTextFileSync(path));
      const session = 1 + entries.reduce((last, entry) => Math.max(last, entry.session), 0);
      const kept = entries.filter(({ code }) => code !== "").slice(-KEPT);
      if (entries.length > 2 * KEPT) rewrite(path, kept);
      append(path, { session, line: 0, code: "" }); // takes the number
      return new History(kept, session, path);
    } catch {
      return new History([], 1);
    }
  }

  /** Remembers a cell. */
  add(line: number, code: string, output?: string): void {
    const entry = { session: this.session, line, code, output: output?.slice(0, OUTPUT) };
    this.#entries.push(entry);
    try {
      if (this.#path) append(this.#path, entry);
    } catch {
      // The disk is full or gone: the session goes on.
    }
  }

  /** The entries a front end asks for, oldest first. */
  find(request: HistoryRequest): Entry[] {
    const { hist_access_type: how, n, start = 0, stop, pattern = "*", unique } = request;
    if (how === "range") {
      // 0 is the present session, -1 the one before.
      const number = request.session ?? 0;
      const session = number > 0 ? number : this.session + number;
      return this.#entries.filter((entry) =>
        entry.session === session && entry.line >= start &&
        (stop === null || stop === undefined || entry.line < stop)
      );
    }
    let found = this.#entries;
    if (how === "search") {
      const like = globToRegExp(pattern);
      found = found.filter(({ code }) => like.test(code));
      if (unique) found = [...new Map(found.map((entry) => [entry.code, entry])).values()];
    }
    return typeof n === "number" ? found.slice(-n) : [...found];
  }
}

function parsed(text: string): Entry[] {
  return text.split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line) as Entry];
    } catch {
      return []; // a line that was cut short
    }
  });
}

function append(path: string, entry: Entry): void {
  Deno.writeTextFileSync(path, JSON.stringify(entry) + "\n", { append: true, mode: 0o600 });
}

function rewrite(path: string, entries: readonly Entry[]): void {
  const temporary = `${path}.${Deno.pid}.tmp`;
  const text = entries.map((entry) => JSON.stringify(entry) + "\n").join("");
  Deno.writeTextFileSync(temporary, text, { mode: 0o600 });
  Deno.renameSync(temporary, path);
}

/** `*` stands for anything, `?` for one character. */
function globToRegExp(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`);
}

/** Where the history lies; `ACTBOOK_HISTORY` names another file, or "off". */
export function historyPath(): string | undefined {
  const chosen = Deno.env.get("ACTBOOK_HISTORY");
  if (chosen) return chosen === "off" ? undefined : chosen;
  const home = Deno.env.get(Deno.build.os === "windows" ? "LOCALAPPDATA" : "HOME");
  if (!home) return undefined;
  const state = Deno.env.get("XDG_STATE_HOME") ??
    (Deno.build.os === "windows" ? home : `${home}/.local/state`);
  return `${state}/actbook/history.jsonl`;
}
