import type { Session } from "../../session/mod.ts";

/** A name, or names with dots between, before the last dot. */
const OWNER =
  /(?:^|[^\p{ID_Continue}$.])((?:[\p{ID_Start}$_][\p{ID_Continue}$]*\.)+)[\p{ID_Continue}$]*$/u;

/**
 * What the values of the session have at the end of a piece of code: members of what stands before
 * the last dot, or names. Nothing that has side effects is evaluated, getters included.
 */
export async function liveNames(session: Session, before: string): Promise<string[]> {
  const owner = OWNER.exec(before)?.[1].slice(0, -1);
  if (owner === undefined) {
    return /\.\s*[\p{ID_Continue}$]*$/u.test(before) ? [] : await session.names();
  }
  const { result, exceptionDetails } = await session.inspector.send("Runtime.evaluate", {
    expression: owner,
    replMode: true,
    throwOnSideEffect: true,
    silent: true,
  });
  if (exceptionDetails) return [];
  const members = await session.call(
    `(value) => {
      const names = new Set();
      for (let at = value == null ? null : Object(value); at; at = Object.getPrototypeOf(at)) {
        for (const name of Object.getOwnPropertyNames(at)) names.add(name);
      }
      return [...names];
    }`,
    result,
  );
  return members.filter((name: string) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name));
}
