import type { Frame } from "./_frames.ts";
import type { Dap, V8 } from "./_protocol.ts";
import type { Variables } from "./_variables.ts";

/** Scopes whose names belong to the function that has stopped. */
const INNER = new Set(["local", "block", "catch", "with", "eval"]);

/**
 * The scopes of a call, the innermost first.
 *
 * @param globals Lists the names that cells have declared
 */
export function scopesOf(
  { call }: Frame,
  variables: Variables,
  globals: () => Promise<Dap.Variable[]>,
): Dap.Scope[] {
  const inner = call.scopeChain.filter(({ type }) => INNER.has(type));
  const locals = async () => {
    const lists = await Promise.all(
      inner.map(({ object }) => variables.properties(object.objectId!, true)),
    );
    const own = call.this.type === "object" && call.this.className !== "Window" && inner.length > 0
      ? [variables.variable("this", call.this, "this")]
      : [];
    return [...distinct(lists.flat()), ...own].map(named);
  };
  const scope = (name: string, list: () => Promise<Dap.Variable[]>): Dap.Scope => ({
    name,
    variablesReference: variables.refer(list),
    expensive: false,
  });
  const outer = call.scopeChain
    .filter(({ type }) => type === "closure" || type === "module")
    .map(({ type, name, object }: V8.Debugger.Scope) =>
      scope(
        type === "module" ? "Module" : name ? `Closure (${name})` : "Closure",
        async () => (await variables.properties(object.objectId!, true)).map(named),
      )
    );
  const own = inner.length > 0 ? [scope("Locals", locals)] : [];
  return [...own, ...outer, scope("Globals", globals)];
}

/** The first of those with the same name: it hides the others. */
function distinct(list: readonly Dap.Variable[]): Dap.Variable[] {
  const names = new Set<string>();
  return list.filter(({ name }) => !names.has(name) && names.add(name));
}

const named = (variable: Dap.Variable): Dap.Variable => ({
  ...variable,
  evaluateName: variable.name,
});
