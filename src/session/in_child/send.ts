import type { Child } from "./child.ts";

/**
 * The first text of a cell goes out at once. Those that follow are gathered for up to 20 ms or 64 K characters;
 * anything else sends them first, so that the order stays. If the program then computes without a
 * pause, the session asks for them. Each is written to a file besides, where the session finds it
 * should the process be killed before it has left. What a cell writes beyond its limit is dropped, with a
 * word.
 */
export function installSend(child: Child): void {
  const GATHER = 65_536, WAIT = 20, ROUND = 2 ** 20;
  const { raw, context, settings } = child,
    setTimer = setTimeout,
    clearTimer = clearTimeout;
  const clock = performance, now = () => clock.now();
  let text = "", name = "", cell = 0, batch = 1, sent = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const written = new Map<number, number>();

  child.flush = () => {
    if (text === "") return;
    clearTimer(timer);
    const content = { name, text };
    text = "";
    sent = now();
    raw(JSON.stringify({ cell, type: "stream", content, batch: batch++ }));
  };
  child.begin = () => {
    child.flush();
    sent = -Infinity;
  };
  const encoder = new TextEncoder();
  let place = 0;
  const note = (piece: string) => {
    if (!settings.lastWords || piece.length > GATHER) return; // a long one leaves at once
    if (text === "" && place > ROUND) place = 0;
    const word = encoder.encode(JSON.stringify({ batch, cell, name, text: piece }) + "\n");
    try {
      place += child.node().writeSync(settings.lastWords, word, 0, word.length, place);
    } catch {
      // The disk is full: the text goes its usual way.
    }
  };
  /** The cell that something comes from; nothing more is shown of one that was interrupted. */
  const origin = (): number | undefined => {
    const from = context.getStore() ?? child.current;
    return child.stopped.has(from) ? undefined : from;
  };
  child.send = (type, content, extra) => {
    child.flush();
    const from = origin();
    if (from !== undefined) raw(JSON.stringify({ cell: from, type, content, ...extra }));
  };
  const allowed = (from: number, piece: string): string => {
    const before = written.get(from) ?? 0, limit = settings.outputLimit;
    written.set(from, before + piece.length);
    if (before + piece.length <= limit) return piece;
    if (before > limit) return "";
    const word = `\n… Output of this cell beyond ${limit} characters is not shown\n`;
    return piece.slice(0, limit - before) + word;
  };
  child.write = (stream, piece) => {
    const from = origin();
    if (from === undefined) throw new Error("The cell was interrupted"); // ends a loop that prints
    piece = allowed(from, piece);
    if (piece === "") return;
    if (text !== "" && (name !== stream || cell !== from)) child.flush();
    if (text === "") {
      name = stream;
      cell = from;
      timer = setTimer(child.flush, WAIT);
    }
    note(piece);
    text += piece;
    const full = written.get(from)! > settings.outputLimit; // then nothing comes that would send it
    if (full || text.length > GATHER || now() - sent > WAIT) child.flush();
  };
}
