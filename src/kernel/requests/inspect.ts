import type { Handler } from "../context.ts";
import { answerOf } from "./_answer_of.ts";
import { toUtf16 } from "./_offsets.ts";

/** What is known about the name at the cursor, and with more detail where it is declared. */
export const inspect: Handler = async (context, { content }) => {
  const { code, cursor_pos, detail_level = 0 } = content, { language } = context;
  const at = toUtf16(code, cursor_pos);
  let text = await answerOf(context, language.hover(code, at));
  if (text && detail_level > 0) {
    for (const { text: source } of await answerOf(context, language.definitions(code, at)) ?? []) {
      text += `\n\n---\n\n\`\`\`typescript\n${source}\n\`\`\``;
    }
  }
  const data = text
    ? { "text/plain": text.replace(/^```\w*\n?/gm, ""), "text/markdown": text }
    : {};
  return { status: "ok", found: Boolean(text), data, metadata: {} };
};
