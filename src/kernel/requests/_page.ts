import type { Context, Reply } from "../context.ts";
import { answerOf } from "./_answer_of.ts";

const NAME = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$.]*`;
const ASKED = new RegExp(`^\\s*(\\?\\??)\\s*(${NAME})\\s*$|^\\s*(${NAME})\\s*(\\?\\??)\\s*$`, "u");

/**
 * Answers a cell that asks about a name: `?name` and `name?` for its documentation, `??name` and
 * `name??` for its source. Front ends show it in their pager.
 *
 * @returns The reply, or undefined if the cell asks nothing
 */
export async function page(context: Context, code: string): Promise<Reply | undefined> {
  const [, before, first, second, after] = ASKED.exec(code) ?? [];
  const name = first ?? second;
  if (!name) return;
  const text = await ((before ?? after) === "??" ? source(context, name) : about(context, name));
  const data = {
    "text/plain": text.replace(/^```\w*\n?/gm, ""),
    "text/markdown": text,
  };
  return { status: "ok", payload: [{ source: "page", data, start: 0 }], user_expressions: {} };
}

async function about(context: Context, name: string): Promise<string> {
  const text = await answerOf(context, context.language.hover(name, name.length));
  // "any" is the type of a name that nothing declares.
  return text && text !== "```typescript\nany\n```" ? text : `Nothing is known about \`${name}\``;
}

async function source(context: Context, name: string): Promise<string> {
  const definitions = context.language.definitions(name, name.length);
  const found = await answerOf(context, definitions) ?? [];
  if (found.length === 0) return await about(context, name);
  return found.map(({ cell, file, line, text }) => {
    const place = file ?? `cell ${cell}`;
    return `${place}:${line}\n\n\`\`\`typescript\n${text}\n\`\`\``;
  }).join("\n\n");
}
