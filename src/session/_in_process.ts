import type { Inspector, InspectorResult } from "./inspector.ts";

/**
 * Calls a function in the process of the cells; gives what it returns, or what it resolves to. The
 * process holds that until it has been told: V8 says of a promise that it was collected also when it was
 * fulfilled before.
 */
export async function callIn(
  inspector: Inspector,
  code: string,
  ...args: readonly object[]
): Promise<InspectorResult> {
  const { result, exceptionDetails } = await inspector.send("Runtime.callFunctionOn", {
    functionDeclaration: `(...args) => __actbook.held(() => (${code})(...args))`,
    executionContextId: 1,
    awaitPromise: true,
    returnByValue: true,
    arguments: args.map((each) => {
      const { objectId, unserializableValue, value } = each as InspectorResult;
      if (objectId) return { objectId };
      return unserializableValue ? { unserializableValue } : { value };
    }),
  });
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value;
}

/** The names that are there now, and were not among those before the first cell. */
export async function namesIn(inspector: Inspector, before: readonly string[]): Promise<string[]> {
  const { names } = await inspector.send("Runtime.globalLexicalScopeNames", {
    executionContextId: 1,
  });
  const { result } = await inspector.send("Runtime.evaluate", {
    expression:
      "Object.getOwnPropertyNames(globalThis).filter((name) => !__actbook.loaded.has(name))",
    returnByValue: true,
  });
  const own = new Set([...before, "__actbook"]);
  const put = result.value.filter((name: string) => !own.has(name));
  return [...new Set<string>([...names, ...put])]; // V8 counts what is declared anew twice
}
