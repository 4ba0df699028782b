import type { Session } from "../../session/mod.ts";

/** Names with dots between, up to the end of the name at an offset. */
const NAMES = /(?:[\p{ID_Start}$_][\p{ID_Continue}$]*\??\.)*[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
/** Characters of a value that are worth showing. */
const SHOWN = 2_000;

/** What the name at an offset stands for in the session, as a console shows it. Runs nobody's code. */
export async function liveValue(
  session: Session,
  code: string,
  offset: number,
): Promise<string | undefined> {
  const rest = /^[\p{ID_Continue}$]*/u.exec(code.slice(offset))![0];
  const expression = NAMES.exec(code.slice(0, offset + rest.length))?.[0];
  if (expression === undefined) return undefined;
  const { result, exceptionDetails } = await session.inspector.send("Runtime.evaluate", {
    expression,
    replMode: true,
    throwOnSideEffect: true,
    silent: true,
  });
  if (exceptionDetails || result.type === "undefined") return undefined;
  return await session.call(
    `(value) => Deno.inspect(value, { getters: false }).slice(0, ${SHOWN})`,
    result,
  );
}
