import type { Handler } from "../context.ts";
import { answerOf } from "./_answer_of.ts";
import { liveNames } from "./_live_names.ts";
import { toCodePoints, toUtf16 } from "./_offsets.ts";
import { within } from "../../session/within.ts";

/** What may stand at the cursor: what the types say, and what the values have. */
export const complete: Handler = async (context, { content: { code, cursor_pos } }) => {
  const at = toUtf16(code, cursor_pos);
  const typed = context.language.complete(code, at);
  typed.catch(() => {}); // there may be nobody left to wait for it
  const session = await context.session();
  const names = liveNames(session, code.slice(0, at)).catch(() => []);
  const live = await within(context.patience.soon, names, []);
  const wait = live.length > 0 ? "soon" : "completions";
  const { items = [], start = at } = await answerOf(context, typed, wait) ?? {};
  const word = /[\p{ID_Continue}$]*$/u.exec(code.slice(0, at))![0];
  const from = items.length > 0 ? start : at - word.length;
  const found = new Map(items.map(({ text, kind }) => [text, kind]));
  if (from === at - word.length) {
    for (const name of live) {
      if (name.startsWith(word) && !found.has(name)) found.set(name, "instance");
    }
  }
  const [cursor_start, cursor_end] = [toCodePoints(code, from), cursor_pos];
  const matches = [...found.keys()];
  return {
    status: "ok",
    matches,
    cursor_start,
    cursor_end,
    metadata: {
      _jupyter_types_experimental: [...found].map(([text, type]) => ({
        text,
        type,
        start: cursor_start,
        end: cursor_end,
      })),
    },
  };
};
