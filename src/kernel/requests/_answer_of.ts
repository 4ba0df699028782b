import { within } from "../../session/within.ts";
import type { Context } from "../context.ts";
import type { Patience } from "../patience.ts";

/**
 * What the language service answers; nothing if it fails, or takes too long. After a question that it
 * let pass, the next ones do not wait long for it: a row of them would hold up the cells.
 *
 * @param wait What kind of patience the question deserves
 */
export async function answerOf<T>(
  context: Context,
  answer: Promise<T>,
  wait: keyof Patience = "answer",
): Promise<T | undefined> {
  const { patience, late } = context;
  const answered = answer.then((value) => ({ value }), () => ({ value: undefined }));
  const found = await within(patience[late ? "soon" : wait], answered, undefined);
  if (found) context.late = false;
  else if (wait === "answer") context.late = true;
  return found?.value;
}
