/**
 * What a reader sees of an output, as `_in_page.js` finds it on the screen, and what is missing.
 *
 * @module
 */

import type { Seen } from "./gallery.ts";

/** What a reader sees of one output. */
export interface Output {
  /** The place of its cell among all cells of the notebook, from 0. */
  readonly cell: number;
  /** The format that the front end chose. */
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** Canvases and SVG elements of Vega's in which something is drawn. */
  readonly drawings: number;
  /** SVG elements and pictures of a size above zero. */
  readonly pictures: number;
  /** Canvases, SVG elements and pictures without words for those who cannot see them. */
  readonly unlabelled: number;
  /** In an interactive Vega chart: how many marks there are of each kind; undefined elsewhere. */
  readonly marks?: Readonly<Record<string, number>>;
  /** Whether a script of ours has drawn it. */
  readonly live: boolean;
  /** Rows in the bodies of tables. */
  readonly rows: number;
  /** `th` elements with `scope`: of columns, of rows. */
  readonly headers: { readonly col: number; readonly row: number };
  /** Typeset formulas, and those that MathJax could not read. */
  readonly formulas: number;
  readonly formulaErrors: number;
  /** Sliders and menus. */
  readonly controls: number;
  /** Script elements, attributes such as onerror, links to scripts. */
  readonly scripts: number;
  /** Pictures and frames that are loaded from somewhere. */
  readonly strangers: number;
}

/**
 * Where an output is looked at: JupyterLab that trusts the notebook or does not, or nbconvert's page,
 * which has no scripts from elsewhere.
 */
export type FrontEnd = "trusted" | "untrusted" | "html";

/** What is wrong with an output, nothing if it is seen as it must be. */
export function faults(seen: Seen, output: Output | undefined, where: FrontEnd): string[] {
  if (!output) return ["nothing is shown"];
  const wrong: string[] = [];
  const expect = (what: string, actual: number, wanted: number) => {
    if (actual !== wanted) wrong.push(`${wanted} ${what} expected: there are ${actual}`);
  };
  if ("nothing" in seen) return wrong;
  if (output.width < 20 || output.height < 10) {
    wrong.push(`a visible size expected: it is ${output.width} by ${output.height}`);
  }
  expect("unreadable formulas", output.formulaErrors, 0);
  // JupyterLab shows a PNG without words, whatever comes with it.
  if (output.mime !== "image/png" || where === "html") {
    expect("pictures without words", output.unlabelled, 0);
  }
  if ("live" in seen && where !== "untrusted") {
    if (!output.live) wrong.push("a live picture expected: it is still");
  } else if ("chart" in seen && where !== "html") {
    expect("drawing", output.drawings, 1);
    for (const [kind, count] of Object.entries(seen.chart)) {
      expect(`${kind} marks`, output.marks?.[kind] ?? 0, count);
    }
    expect("controls", output.controls, seen.controls ?? 0);
  } else if ("chart" in seen || "live" in seen || "picture" in seen) {
    expect("picture", output.pictures, 1);
  } else if ("table" in seen) {
    const rows = seen.table.rows ?? Math.max(1, output.rows);
    expect("rows", output.rows, rows);
    expect("column heads", output.headers.col, seen.table.columns);
    expect("row heads", output.headers.row, rows + (seen.totals ? 1 : 0));
  } else if ("formulas" in seen) {
    // A page without MathJax shows the source.
    if (where !== "html") expect("formulas", output.formulas, seen.formulas);
    else expect("formulas as source", output.text.split("$$").length >> 1, seen.formulas);
  } else if (!output.text.includes(seen.text)) {
    wrong.push(`the text ${seen.text} expected: it is ${output.text}`);
  }
  return wrong;
}
