import { type Node, parseCell } from "../session/code/parse_cell.ts";

/** How a parameter is declared. */
export interface Declared {
  /** "const", "let" or "var". */
  readonly kind: string;
  /** Its type, as `typeof` says it, "array" or "null"; undefined if the source does not tell. */
  readonly type: string | undefined;
  /** ": number", or "". */
  readonly annotation: string;
}

/** The names that the declarations of a cell make, with what is known of their types. */
export function declaredParameters(source: string): [string, Declared][] {
  return parseCell(source).statements
    .map((node) => node.type === "ExportNamedDeclaration" ? node.declaration : node)
    .filter((node) => node?.type === "VariableDeclaration")
    .flatMap(({ kind, declarations }) =>
      declarations
        .filter(({ id }: Node) => id.type === "Identifier")
        .map(({ id, init }: Node) => {
          const { start, end } = id.typeAnnotation ?? { start: 0, end: 0 };
          const type = id.typeAnnotation
            ? annotated(id.typeAnnotation.typeAnnotation)
            : ofValue(init);
          return [id.name, { kind, type, annotation: source.slice(start, end) }];
        })
    );
}

function annotated(node: Node): string | undefined {
  const simple = /^TS(Number|String|Boolean|BigInt|Null)Keyword$/.exec(node?.type ?? "");
  if (simple) return simple[1].toLowerCase();
  if (node?.type === "TSArrayType" || node?.type === "TSTupleType") return "array";
  return undefined;
}

function ofValue(node: Node): string | undefined {
  switch (node?.type) {
    case "NumericLiteral":
      return "number";
    case "StringLiteral":
    case "TemplateLiteral":
      return "string";
    case "BooleanLiteral":
      return "boolean";
    case "BigIntLiteral":
      return "bigint";
    case "ArrayExpression":
      return "array";
    case "ObjectExpression":
      return "object";
    case "UnaryExpression":
      return node.operator === "-" || node.operator === "+" ? ofValue(node.argument) : undefined;
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return ofValue(node.expression);
    case "Identifier":
      return node.name === "NaN" || node.name === "Infinity" ? "number" : undefined;
    default:
      return undefined;
  }
}
