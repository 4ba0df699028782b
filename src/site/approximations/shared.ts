import { children, type Expression } from "../../approximation/expression.ts";

/**
 * The formula with equal parts as one object, as it was before it was written to a file: such parts are
 * computed once.
 */
export function shared(e: Expression): Expression {
  const numbers = new Map<Expression, number>();
  const byText = new Map<string, Expression>();
  const visit = (part: Expression): Expression => {
    const parts = children(part).map(visit);
    const made = withChildren(part, parts);
    const { kind } = part;
    // What is under a part is known by its number.
    const text = JSON.stringify([
      kind,
      "value" in part ? part.value : "",
      "name" in part ? part.name : "",
      "breaks" in part ? part.breaks : "",
      "values" in part ? part.values : "",
      "scheme" in part ? part.scheme : "",
      parts.map((each) => numbers.get(each)),
    ]);
    const known = byText.get(text);
    if (known) return known;
    byText.set(text, made);
    numbers.set(made, numbers.size);
    return made;
  };
  return visit(e);
}

/** A part with other parts below it. */
function withChildren(e: Expression, parts: readonly Expression[]): Expression {
  switch (e.kind) {
    case "number":
    case "name":
      return e;
    case "polynomial":
      return { ...e, of: parts[0], coefficients: parts.slice(1) };
    case "call":
      return { ...e, arguments: parts };
    case "piecewise":
      return { ...e, of: parts[0], pieces: parts.slice(1) };
    case "table":
      return { ...e, of: parts[0] };
    default:
      return { ...e, left: parts[0], right: parts[1] };
  }
}
