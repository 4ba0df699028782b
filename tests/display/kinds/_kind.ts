import type * as actbook from "@actbook/actbook";

/** What a reader must see of one output. */
export type Seen =
  /** A chart with these marks; `controls` counts sliders and menus, 0 if not given. */
  | { readonly chart: Readonly<Record<string, number>>; readonly controls?: number }
  /** A picture that a script makes live where scripts run. */
  | { readonly live: true }
  /** A still picture. */
  | { readonly picture: true }
  /** A table; a row of totals is not counted. Any number of rows if none is given. */
  | { readonly table: { readonly rows?: number; readonly columns: number }; readonly totals?: true }
  | { readonly formulas: number }
  | { readonly text: string }
  /** Scripts for others, nothing to see. */
  | { readonly nothing: true };

/** One output of the gallery. */
export interface Entry {
  readonly heading: string;
  /** What to see in it. */
  readonly prose: string;
  readonly code: string;
  readonly seen: readonly Seen[];
}

/** A kind of chart, with all that the tests need to know of it. */
export interface ChartKind {
  /** The function that makes it. */
  readonly name: string;
  /** Charts of fixed data, by what is special about each. */
  readonly examples: Readonly<Record<string, actbook.Chart>>;
  /** One with a text in every place that takes a text. Its source also runs in a notebook. */
  readonly withText: (module: typeof actbook, text: string) => actbook.Chart | actbook.Surface;
  /** How the gallery shows it; nothing where another kind shows it already. */
  readonly gallery: readonly Entry[];
}
