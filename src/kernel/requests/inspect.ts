import type { Handler } from "../context.ts";
import { toUtf16 } from "./_offsets.ts";
import { within } from "../../session/within.ts";

const PATIENCE = 15_000;

/** What is known about the name at the cursor, and with more detail where it is declared. */
export const inspect: Handler = async ({ language }, { content }) => {
  const { code, cursor_pos, detail_level = 0 } = content;
  const at = toUtf16(code, cursor_pos);
  const ask = <T>(answer: Promise<T>) => within(PATIENCE, answer, undefined).catch(() => undefined);
  let text = await ask(language.hover(code, at));
  if (text && detail_level > 0) {
    for (const { text: source } of await ask(language.definitions(code, at)) ?? []) {
      text += `\n\n---\n\n\`\`\`typescript\n${source}\n\`\`\``;
    }
  }
  const data = text
    ? { "text/plain": text.replace(/^```\w*\n?/gm, ""), "text/markdown": text }
    : {};
  return { status: "ok", found: Boolean(text), data, metadata: {} };
};
