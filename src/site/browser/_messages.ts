/** What the page sends: a cell to run. */
export interface Order {
  readonly cell: number;
  readonly source: string;
  /** Where files beside the notebooks are. */
  readonly files: string;
}

/** What the page gets: an output, or the end of a cell. */
export type Report =
  | {
    readonly cell: number;
    readonly kind: "output";
    readonly data: Readonly<Record<string, unknown>>;
  }
  | { readonly cell: number; readonly kind: "end"; readonly error?: string };
