import { holdsTypes } from "./_holds_types.ts";
import * as nodeModule from "node:module";
import { type Node, parseCell, type ParsedCell } from "./parse_cell.ts";
import type { Positions } from "./positions.ts";
import { type Insertion, rewrite } from "./_rewrite.ts";
import type { Scope } from "./scope.ts";
import { jsxSettings, needsTranspiling, transpile } from "./_transpile.ts";

const eraseTypes = (nodeModule as unknown as {
  stripTypeScriptTypes(code: string): string;
}).stripTypeScriptTypes;

/** What the inspector evaluates for a cell. */
export interface CompiledCell {
  /** Whether it runs in strict mode. */
  readonly strict: boolean;
  /** Runs before the cell, without a line break: imports, and names that keep their kind. */
  readonly prefix: string;
  /** JavaScript for V8's console mode. */
  readonly body: string;
  /** Where the body's lines come from, if not from the same lines of the cell. */
  readonly positions?: Positions;
  /** What was put into a line of the body: line and column where, and its width; all from 0. */
  readonly inserted?: Insertion;
  /** Whether the value of the cell is that of the script, and not in `__actbook.value`. */
  readonly completes: boolean;
}

/**
 * Makes a script of a cell. It remembers in `scope` which names the cell declares.
 *
 * @param code The cell's source, in TypeScript or TSX
 * @param scope What earlier cells declared
 * @returns What to evaluate
 * @throws {SyntaxError} If the cell does not parse; `loc` says where
 */
export async function compileCell(code: string, scope: Scope): Promise<CompiledCell> {
  const parsed = parseCell(code);
  refuseRequire(parsed.statements);
  scope.jsx = jsxSettings(parsed.comments, scope.jsx);
  if (needsTranspiling(parsed)) return await compileTranspiled(parsed, scope);
  const { prefix, body, ...rewritten } = rewrite(parsed, scope), { strict } = parsed;
  if (!holdsTypes(parsed.statements)) return { ...rewritten, strict, prefix, body };
  try {
    const erased = eraseTypes(`${prefix}\n${body}`), first = erased.indexOf("\n");
    return {
      ...rewritten,
      strict,
      prefix: erased.slice(0, first),
      body: erased.slice(first + 1),
    };
  } catch {
    // Rare syntax that cannot be erased, such as `<T>x`.
    return await compileTranspiled(parsed, scope);
  }
}

/** `import fs = require("fs")` is for CommonJS, and TypeScript would leave nothing of it. */
function refuseRequire(statements: readonly Node[]): void {
  for (const { type, id, moduleReference, loc } of statements) {
    if (type !== "TSImportEqualsDeclaration") continue;
    if (moduleReference.type !== "TSExternalModuleReference") continue;
    const from = JSON.stringify(moduleReference.expression.value);
    const message = `Cannot require in a module: write import ${id.name} from ${from}`;
    throw Object.assign(new SyntaxError(message), { loc: loc.start });
  }
}

async function compileTranspiled(parsed: ParsedCell, scope: Scope): Promise<CompiledCell> {
  const { code, positions } = await transpile(parsed, scope);
  const rewritten = rewrite(parseCell(code), scope);
  const fresh = [...mergingNames(parsed.statements)]
    .filter((name) => scope.kind(name) === "var") // a `let` starts afresh by itself
    .map((name) => `${name}=undefined;`);
  const prefix = fresh.join("") + rewritten.prefix;
  return { ...rewritten, strict: parsed.strict, prefix, positions };
}

/**
 * Enumerations and namespaces add to what has their name already. That is meant for a function or a
 * class of the same cell, not for what an earlier cell left behind.
 */
function mergingNames(statements: readonly Node[]): Set<string> {
  const names = new Set<string>(), others = new Set<string>();
  for (const statement of statements) {
    const node = statement.declaration ?? statement;
    if (!node.id?.name || node.declare) continue;
    (/^TS(Enum|Module)Declaration$/.test(node.type) ? names : others).add(node.id.name);
  }
  return names.difference(others);
}
