import { declaredNames } from "./declared_names.ts";
import { lateNames } from "./_late_names.ts";
import { pragmas } from "./_pragmas.ts";
import { type Node, parseCell } from "./parse_cell.ts";

/** What the module of the cells has to know of one, without the tree of its code. */
export interface CellOutline {
  /** Comments for the top of the file. */
  readonly pragmas: readonly string[];
  /** Whether it is one object in braces. */
  readonly object: boolean;
  /** Whether it holds JSX. */
  readonly jsx: boolean;
  /** The names that stand in functions, which run later than the cell. */
  readonly late: ReadonlySet<string>;
  /** Its imports, exports and declarations, in order. */
  readonly statements: readonly OutlinedStatement[];
}

/** An import, an export or a declaration of a cell. */
export interface OutlinedStatement {
  /** The syntax tree of an import. */
  readonly import?: Node;
  /** The names it declares, unless it is an import. */
  readonly names: readonly string[];
  /** What may not stand in a block. */
  readonly erased?: readonly [start: number, end: number];
  /** Where a `var` stands, which would leave its block. */
  readonly varAt?: number;
}

/** @throws {SyntaxError} If the cell does not parse */
export function outline(source: string): CellOutline {
  const { statements, comments, object, jsx } = parseCell(source);
  return {
    pragmas: pragmas(comments),
    object,
    jsx,
    late: lateNames(statements),
    statements: statements.flatMap(outlined),
  };
}

function outlined(node: Node): OutlinedStatement[] {
  if (node.type === "ImportDeclaration") {
    const { start } = directive(node) ?? node;
    return [{ import: node, names: [], erased: [start, node.end] }];
  }
  const exported = node.type.startsWith("Export");
  const declaration: Node | undefined = exported ? node.declaration ?? undefined : node;
  const names = declaration ? declaredNames(declaration) : [];
  if (!exported && names.length === 0) return [];
  return [{
    names,
    ...(exported && { erased: [node.start, declaration ? declaration.start : node.end] as const }),
    ...(declaration?.kind === "var" && !declaration.declare && { varAt: declaration.start }),
  }];
}

/** The comment before an import that is about its errors, and goes where it goes. */
export function directive(node: Node): Node | undefined {
  const isDirective = ({ value }: Node) => /^\s*@ts-(?:expect-error|ignore)\b/.test(value);
  return node.leadingComments?.find(isDirective);
}
