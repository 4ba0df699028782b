import { parseCell } from "./parse_cell.ts";
import { walk } from "./_walk.ts";

/** Expressions that run nobody's code, getters aside. */
const HARMLESS =
  /^(Identifier|ThisExpression|\w*Literal|TemplateElement|(Array|Object|(Optional)?Member)Expression|ObjectProperty|SpreadElement)$/;

/** Whether a piece of code is one expression of names, literals and members: no call, no operator. */
export function isHarmless(code: string): boolean {
  try {
    const { statements: [{ type, expression }, ...rest] } = parseCell(code);
    if (type !== "ExpressionStatement" || rest.length > 0) return false;
    let harmless = true;
    walk(expression, (node) => {
      harmless &&= HARMLESS.test(node.type);
    });
    return harmless;
  } catch {
    return false;
  }
}
