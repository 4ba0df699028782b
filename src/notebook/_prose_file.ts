/** A file of prose in another language, beside the notebook or page that is made with it. */
export interface ProseFile {
  /** What it translates, as a path from its own folder. */
  readonly of: string;
  /** The language, such as "zh-CN". */
  readonly language: string;
  /** Its pieces, by the id of what they translate. */
  readonly pieces: ReadonlyMap<string, ProsePiece>;
}

/** A piece of it. */
export interface ProsePiece {
  /** The digest of what was translated. */
  readonly digest: string;
  readonly text: string;
}

const head = /^<!-- translates (\S+) into (\S+) -->$/m;
const mark = /^<!-- (\S+) ([0-9a-f]{8}) -->$/m;

/** Reads such a file; nothing if it is none. */
export function proseFile(text: string): ProseFile | undefined {
  const [, of, language] = head.exec(text) ?? [];
  if (of === undefined) return undefined;
  const [, ...parts] = text.split(mark);
  const pieces = new Map<string, ProsePiece>();
  for (let i = 0; i < parts.length; i += 3) {
    const [id, digest, piece] = parts.slice(i, i + 3);
    if (pieces.has(id)) throw new SyntaxError(`Cannot read a translation as ${id} comes twice`);
    pieces.set(id, { digest, text: piece.trim() });
  }
  return { of, language, pieces };
}
