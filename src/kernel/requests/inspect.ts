import type { Handler } from "../context.ts";
import { within } from "../../session/within.ts";
import { liveValue } from "./_live_value.ts";
import { answerOf } from "./_answer_of.ts";
import { toUtf16 } from "./_offsets.ts";

const ANY = "```typescript\nany\n```";

/** What is known about the name at the cursor, and with more detail where it is declared. */
export const inspect: Handler = async (context, { content }) => {
  const { code, cursor_pos, detail_level = 0 } = content, { language } = context;
  const at = toUtf16(code, cursor_pos);
  const hover = language.hover(code, at);
  hover.catch(() => {}); // there may be nobody left to wait for it
  const session = await context.session().catch(() => undefined);
  const asked = session && liveValue(session, code, at).catch(() => undefined);
  const value = asked && await within(context.patience.soon, asked, undefined);
  let text = await answerOf(context, hover, value === undefined ? "answer" : "soon");
  // "any" is the type of a name that nothing declares, and of data that were read.
  if (value !== undefined && (!text || text === ANY)) text = `\`\`\`typescript\n${value}\n\`\`\``;
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
