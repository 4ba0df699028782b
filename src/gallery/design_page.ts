import type { Chart } from "../display/drawing/chart.ts";
import { type Table, table } from "../display/tables/table.ts";
import { type Group, group } from "../display/texts/group.ts";
import { type Markdown, markdown } from "../display/texts/markdown.ts";
import type { LanguageName } from "../approximation/code/export_code.ts";
import type { Candidate, Design } from "../workbench/design.ts";
import { pareto } from "./pareto.ts";

/** What a page of a design holds. */
export interface DesignPage extends Group {
  /** The candidates that no other beats, with their errors in the arithmetic and their parameters. */
  readonly table: Table;
  /** Error against cost. */
  readonly chart: Chart;
}

/**
 * A search for a kernel as a page for a review: error against cost, the front with its errors at every
 * input that was tried and its parameters, what was not fitted, and the code of the best.
 *
 * @param design what `design` of the workbench found
 * @param language of the code, C if not given
 * @returns the page
 * @throws RangeError if nothing is on the front
 *
 * @example
 * ```ts
 * import { designPage, exp2Tail, gelu } from "@actbook/actbook";
 * import { design } from "@actbook/actbook/workbench";
 * import { assertEquals } from "@std/assert";
 *
 * const families = [1, 2].map((degree) => exp2Tail({ degree }));
 * const found = await design({ target: gelu, format: "bfloat16", families });
 * assertEquals(designPage(found).table.rows.length, found.front.length);
 * ```
 */
export function designPage(design: Design, language: LanguageName = "c"): DesignPage {
  const { format, front, candidates, failed } = design;
  const best = front.at(-1);
  if (!best) {
    throw new RangeError(
      "Cannot make a page of the design as a candidate must be on its front: it has none",
    );
  }
  const frontTable = table(front.map(row), {
    caption: `What nothing beats in ${format}, at ${best.inputs} inputs`,
    digits: 4,
  });
  const chart = pareto(
    candidates.map(({ family, cost, error }) => ({ title: family.title, cost, error })),
    { title: `Error in ${format} against cost` },
  );
  const page = group(
    chart,
    frontTable,
    ...(failed.length > 0 ? [failedTable(failed)] : []),
    codeOf(best, language),
  );
  return Object.assign(page, { table: frontTable, chart });
}

/** More numbers than these are left to the code, as a cell of a table cannot hold them. */
const FEW = 8;

function row(candidate: Candidate) {
  const { family, cost, error, at, ulps, ulpsAt, differing, parameters } = candidate;
  const numbers = Object.entries(parameters).map(([name, value]) => `${name} = ${value}`);
  return {
    formula: family.title,
    cost,
    "error / max(1, |x|)": error,
    "at x": at,
    "steps off": ulps,
    "at x (steps)": ulpsAt,
    differ: differing,
    parameters: numbers.length === 0 || numbers.length > FEW
      ? `${numbers.length || "numbers"}, in its code`
      : numbers.join(", "),
  };
}

const failedTable = (failed: Design["failed"]): Table =>
  table(failed.map(({ title, reason }) => ({ formula: title, "left out because": reason })), {
    caption: "Left out",
  });

/** A fence that is longer than any in the code, which the title of a family may have in it. */
function codeOf(best: Candidate, language: LanguageName): Markdown {
  const code = best.code(language, "kernel");
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return markdown(`${fence}${language}\n${code}${fence}`);
}
