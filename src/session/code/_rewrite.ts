import * as nodeModule from "node:module";
import { Edits } from "./_edits.ts";
import { importCode } from "./_import_code.ts";
import type { Node, ParsedCell } from "./parse_cell.ts";
import type { Kind, Scope } from "./scope.ts";
import { usedNames } from "./_used_names.ts";
import { patternNames, walk } from "./_walk.ts";

/** A cell as statements for V8's console mode. */
export interface Rewritten {
  /** What has to run first: imports, and names that keep their kind. It has no line break. */
  readonly prefix: string;
  /** The cell, line for line. */
  readonly body: string;
  /** Whether the value of the cell is that of the script, and not in `__actbook.value`. */
  readonly completes: boolean;
  /** What was put into a line of the body: line and column where, and its width; all from 0. */
  readonly inserted?: Insertion;
}

/** Where characters were put into a line, and how many. */
export type Insertion = readonly [line: number, column: number, width: number];

const CAPTURE = "__actbook.value=(";

const FUNCTION = /^(Function|ArrowFunction|ObjectMethod|Class|StaticBlock)/;
const isDeclaration = (node: Node) => /Declaration$|^TSDeclareFunction$/.test(node.type);

/** Node's typings of the runtime's own TypeScript eraser are newer than the checker's. */
const eraseTypes = (nodeModule as unknown as {
  stripTypeScriptTypes(code: string, options: { mode: "strip" | "transform" }): string;
}).stripTypeScriptTypes;

/**
 * Rewrites a cell so that it can be run after any other. Every line stays where it is, and nearly
 * every column.
 *
 * `const` becomes `let`, which may be declared anew. A name that is already kept as the other kind is
 * declared as that kind. Imports become calls; exports are only what they declare.
 */
export function rewrite(parsed: ParsedCell, scope: Scope): Rewritten {
  return new Rewriting(parsed, scope).result();
}

class Rewriting {
  readonly #edits: Edits;
  readonly #used: Set<string>;
  readonly #imports: string[] = [];
  readonly #hoisted: string[] = [];
  /** Names that this cell has declared, for what is declared twice. */
  readonly #own = new Set<string>();

  constructor(readonly parsed: ParsedCell, readonly scope: Scope) {
    this.#edits = new Edits(parsed.source);
    this.#used = usedNames(parsed.statements);
  }

  result(): Rewritten {
    const { statements, source } = this.parsed;
    if (source.startsWith("#!")) this.#edits.replace(0, 2, "//");
    this.#replaceImportWords();
    for (const statement of statements) this.#statement(statement);
    this.#refuseAbsentNames();
    const last = statements.at(-1), captured = this.#capture(last);
    return {
      prefix: this.#imports.join("") + this.#hoisted.join(""),
      body: this.#edits.apply(),
      completes: captured.completes,
      inserted: captured.inserted,
    };
  }

  /** Keeps the value of the last statement, if it is an expression: the cell shows it itself. */
  #capture(last: Node): { completes: boolean; inserted?: Insertion } {
    const { source, object } = this.parsed;
    if (object) {
      this.#edits.insert(0, CAPTURE);
      this.#edits.insert(source.length, "\n)"); // a comment may stand at the end
      return { completes: false, inserted: [0, 0, CAPTURE.length] };
    }
    const isValue = last?.type === "ExpressionStatement" || last && isDefaultValue(last);
    if (!isValue) return { completes: last !== undefined && !isDeclaration(last) };
    const { start } = last.declaration ?? last;
    const end = source[last.end - 1] === ";" ? last.end - 1 : last.end;
    this.#edits.insert(end, ")");
    // On the line of the value: V8 places some errors at the beginning of the whole.
    this.#edits.insert(start, CAPTURE);
    const lines = source.slice(0, start).split("\n");
    const inserted: Insertion = [lines.length - 1, lines.at(-1)!.length, CAPTURE.length];
    return { completes: false, inserted };
  }

  /** `import(…)` and `import.meta` would mean the folder above in a script of the inspector. */
  #replaceImportWords(): void {
    walk(this.parsed.statements, (node) => {
      if (node.type === "ImportExpression" && !node.phase) {
        this.#edits.replace(node.start, node.start + "import".length, "__actbook.import");
      } else if (node.type === "MetaProperty" && node.meta.name === "import") {
        this.#edits.replace(node.start, node.end, "__actbook.meta");
      }
    });
  }

  #statement(node: Node): void {
    switch (node.type) {
      case "ImportDeclaration":
        this.#imports.push(importCode(node, this.#used, this.scope));
        for (const { local } of node.specifiers) this.#own.add(local.name);
        return this.#edits.erase(node.start, node.end);
      case "ExportAllDeclaration":
        return this.#edits.erase(node.start, node.end);
      case "ExportNamedDeclaration":
      case "ExportDefaultDeclaration":
        return this.#export(node);
      case "VariableDeclaration":
        return this.#variables(node);
      case "FunctionDeclaration":
        return this.#function(node);
      case "ClassDeclaration":
        return this.#class(node);
      case "TSEnumDeclaration":
        return this.#enum(node);
      default:
        return this.#innerVariables(node);
    }
  }

  #export(node: Node): void {
    const inner = node.declaration;
    if (!inner) return this.#edits.erase(node.start, node.end);
    this.#edits.erase(node.start, inner.start);
    if (isDeclaration(inner) && (inner.id || inner.declarations)) return this.#statement(inner);
    if (isDeclaration(inner)) { // `export default function () {}`
      this.#edits.insert(inner.start, "(");
      this.#edits.insert(inner.end, ");");
    }
  }

  #variables(node: Node): void {
    if (node.declare) return;
    const names: string[] = node.declarations.flatMap((each: Node) => patternNames(each.id));
    const own: Kind = node.kind === "var" ? "var" : "let";
    if (node.kind === "var" && names.some((name) => this.#own.has(name))) return this.#assign(node);
    const kinds = new Set(names.map((name) => this.scope.declare(name, own)));
    if (kinds.size > 1) return this.#assign(node);
    for (const name of names) this.#own.add(name);
    const word = [...kinds][0] ?? own;
    if (/using$/.test(node.kind)) {
      for (const { init } of node.declarations) {
        this.#edits.insert(init.start, "__actbook.use(");
        this.#edits.insert(init.end, ")");
      }
    }
    this.#edits.replace(node.start, node.start + node.kind.length, word.padEnd(node.kind.length));
  }

  /** A declaration of names of both kinds, or of names declared above: the names exist, so assign. */
  #assign(node: Node): void {
    const own: Kind = node.kind === "var" ? "var" : "let";
    const names: string[] = node.declarations.flatMap((each: Node) => patternNames(each.id));
    for (const name of names) this.#hoist(name, own);
    this.#edits.replace(node.start, node.start + node.kind.length, ";(".padEnd(node.kind.length));
    this.#eraseAnnotations(node.declarations);
    for (const { id, init } of node.declarations) {
      if (!init && node.kind !== "var") this.#edits.insert(id.end, "=undefined");
    }
    const last = node.declarations.at(-1);
    this.#edits.insert(last.end, ");");
  }

  #hoist(name: string, own: Kind): void {
    const kind = this.scope.declare(name, own);
    // A `var` that is declared again keeps its value.
    const value = own === "var" && kind === "let" ? `=__actbook.kept(()=>${name})` : "";
    if (!this.#own.has(name)) this.#hoisted.push(`${kind} ${name}${value};`);
    this.#own.add(name);
  }

  #function(node: Node): void {
    if (node.declare || !node.id) return;
    const { name } = node.id;
    if (this.scope.declare(name, "var") === "let" && !this.#own.has(name)) {
      // It keeps its place and its early life under another name.
      const hidden = `__actbook_${name}`;
      this.#edits.replace(node.id.start, node.id.end, hidden);
      this.#hoisted.push(`let ${name}=__actbook.named(${hidden},${JSON.stringify(name)});`);
    }
    this.#own.add(name);
  }

  #class(node: Node): void {
    if (node.declare) return;
    const { name } = node.id;
    if (this.scope.declare(name, "let") === "var") {
      this.#edits.insert(node.start, `var ${name}=`);
      this.#edits.insert(node.end, ";");
    }
    this.#own.add(name);
  }

  /** An enumeration takes as many lines as it had. A new one does not add to an older one. */
  #enum(node: Node): void {
    if (node.declare) return;
    const { name } = node.id;
    const kind = this.scope.declare(name, "var");
    if (!this.#own.has(name)) this.#hoisted.push(`${kind} ${name}=undefined;`);
    this.#own.add(name);
    const text = this.parsed.source.slice(node.start, node.end);
    const code = eraseTypes(text.replace(/^\s*const\b/, ""), { mode: "transform" })
      .replace(/^var\s+\S+\s*=/, `${name}=`).replace(/\n\s*/g, " ");
    const lines = text.split("\n").length - 1;
    this.#edits.replace(node.start, node.end, code + "\n".repeat(lines));
  }

  /** A `var` inside a loop or a block belongs to the outermost scope too. */
  #innerVariables(statement: Node): void {
    walk(statement, (node) => {
      if (FUNCTION.test(node.type)) return false;
      if (node.type !== "VariableDeclaration" || node.kind !== "var") return;
      const declarations: Node[] = node.declarations;
      const names = declarations.flatMap(({ id }) => patternNames(id));
      if (!names.some((name) => this.scope.declare(name, "var") === "let")) return;
      for (const name of names) this.#hoist(name, "var");
      this.#edits.erase(node.start, node.start + "var".length);
      this.#eraseAnnotations(declarations);
      if (!declarations.some(({ init }) => init)) return;
      this.#edits.insert(declarations[0].start, "(");
      this.#edits.insert(declarations.at(-1).end, ")");
    });
  }

  #eraseAnnotations(declarations: readonly Node[]): void {
    for (const { id, definite } of declarations) {
      const type = id.typeAnnotation;
      if (type) this.#edits.erase(definite ? type.start - 1 : type.start, type.end);
    }
  }

  #refuseAbsentNames(): void {
    for (const name of this.#used) {
      const module = this.#own.has(name) ? undefined : this.scope.absent(name);
      if (module === undefined) continue;
      throw new SyntaxError(
        `The requested module '${module}' does not provide an export named '${name}'`,
      );
    }
  }
}

/** `export default` of a value. */
function isDefaultValue(node: Node): boolean {
  return node.type === "ExportDefaultDeclaration" && !isDeclaration(node.declaration);
}
