import { within } from "../../session/within.ts";
import type { Context } from "../context.ts";

/**
 * What the language service answers; nothing if it fails, or takes too long. After a question that it
 * let pass, the next ones do not wait long for it: a row of them would hold up the cells.
 *
 * @param soon Whether the answer has to come soon
 */
export async function answerOf<T>(
  context: Context,
  answer: Promise<T>,
  soon = false,
): Promise<T | undefined> {
  const { patience, late } = context;
  const answered = answer.then((value) => ({ value }), () => ({ value: undefined }));
  const found = await within(soon || late ? patience.soon : patience.answer, answered, undefined);
  context.late = found === undefined && !soon;
  return found?.value;
}
