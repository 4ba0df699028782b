import { children, type Expression } from "../expression.ts";
import type { Guard } from "./_limits.ts";
import { locals } from "./_locals.ts";
import { spell, type Spelling } from "./_spell.ts";
import type { Body } from "./languages/_language.ts";

/** The lines of a function in a language, and its value with the limits around it. */
export function bodyOf(
  lowered: Expression,
  { limits, nan, zero }: Guard,
  spelling: Spelling,
): Body {
  const { language, format } = spelling;
  const number = (x: number) => language.number(x, format);
  const tables = tablesIn(lowered);
  const lists = [...tables].map(([{ values }, name]) =>
    language.table(name, values.map(number), format)
  );
  const withTables = { ...spelling, tables };
  const shared = locals(lowered);
  const names = new Map(shared.map(({ name, value }) => [value, name]));
  const named = shared.map(({ name, value }) =>
    language.local(name, spell(value, withTables, names, value), format)
  );
  const lines = [...lists, ...named];
  const value = spell(lowered, withTables, names, lowered);
  if (!limits && !nan && !zero) return { lines, value };
  const line = ({ slope, intercept }: { slope: number; intercept: number }) => {
    if (slope === 0) return number(intercept);
    const scaled = slope === 1 ? "x" : `${number(slope)} * x`;
    return intercept === 0 ? scaled : `${scaled} + ${number(intercept)}`;
  };
  let guarded = nan ? language.select("x == x", "y", "x") : "y";
  if (zero) guarded = language.select(`x == ${number(0)}`, "x", guarded);
  if (limits) {
    const { beyond, left, right } = limits;
    guarded = language.select(`x < ${number(-beyond)}`, line(left), guarded);
    guarded = language.select(`x > ${number(beyond)}`, line(right), guarded);
  }
  return { lines: [...lines, language.local("y", value, format)], value: guarded };
}

type TableNode = Extract<Expression, { kind: "table" }>;

/** The tables of a formula with a name for each. */
function tablesIn(e: Expression): Map<TableNode, string> {
  const found = new Map<TableNode, string>();
  const seen = new Set<Expression>();
  const visit = (part: Expression): void => {
    if (seen.has(part)) return;
    seen.add(part);
    children(part).forEach(visit);
    if (part.kind === "table") found.set(part, `table${found.size}`);
  };
  visit(e);
  return found;
}
