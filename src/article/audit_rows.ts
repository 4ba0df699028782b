import type { Evidence, Statement } from "./statement.ts";
import { statements } from "./statements.ts";

/** A statement with the evidence its check found. */
export interface AuditRow extends Omit<Statement, "check"> {
  /** What the check computed. */
  readonly evidence: Evidence;
  /** True if the verdict written down is the one that follows from the evidence. */
  readonly agrees: boolean;
}

/**
 * Runs the check of every statement of the article.
 *
 * @param list the statements to check; all of them if left out
 * @returns a row per statement: plain data
 *
 * @example
 * ```ts
 * import { auditRows } from "@actbook/actbook/article";
 * import { assert } from "@std/assert";
 *
 * const rows = auditRows();
 * assert(rows.every(({ agrees }) => agrees));
 * assert(rows.filter(({ verdict }) => verdict === "fails").length >= 5);
 * ```
 */
export function auditRows(list: readonly Statement[] = statements): AuditRow[] {
  return list.map((statement) => {
    const { check: _, ...said } = statement;
    const evidence = statement.check();
    return { ...said, evidence, agrees: evidence.verdict === said.verdict };
  });
}
