import { type Node, parseCell } from "../session/code/parse_cell.ts";

/** Expressions whose value the kernel never drops. */
const SAFE =
  /^(String|Directive|Template|RegExp|Boolean|Numeric)Literal$|^(Object|Array|Function|Class|New|ArrowFunction)Expression$|^JSX/;

/**
 * The source of a cell with `name(…)` around its last expression. The kernel drops NaN, -0, null,
 * ±Infinity and bigints before it could show them; the function of that name packs them in.
 *
 * Like the kernel, it goes into the branches of a last `if`, loop, block or `try`. A source that does
 * not parse comes back as it is.
 */
export function showDropped(source: string, name: string): string {
  let last: Node;
  try {
    const { statements, object } = parseCell(source);
    if (object) return source;
    last = statements.at(-1);
  } catch {
    return source;
  }
  const edits = lastExpressions(last)
    .filter(({ type }) => !SAFE.test(type))
    .sort((a, b) => b.start - a.start);
  let text = source;
  for (const { start, end } of edits) {
    // Two pairs of parentheses: it may be `a, b`.
    text = `${text.slice(0, start)}${name}((${text.slice(start, end)}))${text.slice(end)}`;
  }
  return text;
}

/** The expressions whose value can be that of the statement. */
function lastExpressions(node: Node): Node[] {
  switch (node?.type) {
    case "ExpressionStatement":
      return [node.expression];
    case "BlockStatement":
      return lastExpressions(node.body.at(-1));
    case "IfStatement":
      return [...lastExpressions(node.consequent), ...lastExpressions(node.alternate)];
    case "TryStatement":
      return [...lastExpressions(node.block), ...lastExpressions(node.handler?.body)];
    case "LabeledStatement":
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return lastExpressions(node.body);
    default:
      return [];
  }
}
