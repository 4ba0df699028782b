import { type AuditRow, auditRows } from "../article/audit_rows.ts";
import type { Statement } from "../article/statement.ts";
import { statements } from "../article/statements.ts";
import { type Bundle, type Displayable, displaySymbol } from "../display/bundle.ts";
import { type Formula, formula } from "../display/texts/formula.ts";
import { type Link, link } from "../display/texts/link.ts";
import { type Table, table } from "../display/tables/table.ts";
import { settledIn } from "./_settled.ts";
import { checkOptions } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";

/** The article's statements with their verdicts and evidence. */
export interface Audit extends Displayable {
  /** A row per statement: plain data. */
  readonly rows: readonly AuditRow[];
  /**
   * What each says, our verdict and why, the formula corrected, and the number of the notebook that
   * settles it; with a link to that if the folder of the notebooks is given. A page that a builder of
   * documentation makes of a notebook has another address: there the link would lead nowhere.
   */
  table(options?: { readonly notebooks?: string }): Table;
}

/**
 * Checks every statement of the article.
 *
 * @param list the statements to check; all of them if left out
 * @returns the verdicts, which show as a table
 *
 * @example
 * ```ts
 * import { audit } from "@actbook/actbook";
 * import { assert } from "@std/assert";
 *
 * const { rows } = audit();
 * assert(rows.every(({ agrees }) => agrees));
 * assert(rows.filter(({ verdict }) => verdict === "fails").length >= 5);
 * ```
 */
export function audit(list: readonly Statement[] = statements): Audit {
  const rows = auditRows(list);
  const self: Audit = {
    rows,
    table: (options = {}) => {
      checkOptions("write the audit", options, { notebooks: kinds.text });
      return auditTable(rows, options.notebooks);
    },
    [displaySymbol]: (): Bundle => self.table().bundle(),
  };
  return self;
}

function auditTable(rows: readonly AuditRow[], notebooks?: string): Table {
  return table(
    rows.map(({ id, says, given, verdict, why, corrected, agrees }) => {
      const settled = notebooks === undefined ? notebookOf(id) : linked(id, notebooks);
      return {
        "the article says": lines(says, ...formulas(given)),
        verdict: agrees ? verdict : `${verdict}, but the check disagrees`,
        "why, and what is right": lines(why, ...formulas(corrected), settled),
      };
    }),
    { caption: `The article's ${rows.length} statements` },
  );
}

/** One below the other. */
function lines(...parts: readonly unknown[]): unknown {
  return parts.every((part) => typeof part === "string") ? parts.join("\n") : parts;
}

/** What a line of LaTeX says, in lines of its own where it leaves room: a page may be narrow. */
function formulas(tex: string | null): Formula[] {
  const parts = tex?.split(/\s*\\q?quad\s*/) ?? [];
  return parts.map((part) => formula(part.replace(/,$/, "")));
}

/** `notebook 3`, which settles a statement. */
function notebookOf(id: string): string {
  return `notebook ${Number(settledIn(id).slice(0, 2))}`;
}

function linked(id: string, folder: string): Link {
  return link(notebookOf(id), `${folder}/${settledIn(id)}.ipynb`);
}
