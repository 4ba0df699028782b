import type { Session } from "../../session/mod.ts";
import { isMember, ownerOf } from "./_owner.ts";

/**
 * What the values of the session have at the end of a piece of code: members of what stands before
 * the last dot, or names. Nothing that has side effects is evaluated, getters included.
 */
export async function liveNames(session: Session, before: string): Promise<string[]> {
  const owner = ownerOf(before);
  if (owner === undefined) return isMember(before) ? [] : await session.names();
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
