import type { Context } from "../context.ts";

/** The values of expressions that a front end wants to know after a cell, each on its own. */
export async function userExpressions(
  context: Context,
  expressions: Record<string, string>,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  const session = await context.session();
  for (const [name, code] of Object.entries(expressions)) {
    let data: unknown;
    const result = await session.run(code, {
      onOutput: ({ type, content }) => void (type === "execute_result" && (data = content.data)),
    });
    values[name] = result.status === "ok"
      ? { status: "ok", data: data ?? { "text/plain": "undefined" }, metadata: {} }
      : { status: "error", ...result.error };
  }
  return values;
}
