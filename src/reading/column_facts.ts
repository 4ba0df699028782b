/** What the values of a column are. */
export type ColumnType = "number" | "date" | "truth" | "text" | "list" | "object";

/** What is known of a column. */
export interface ColumnFacts {
  /** Its name. */
  readonly name: string;
  /** What its values are, those that are not missing. */
  readonly type: ColumnType;
  /** True for numbers that were written with a comma for the point: `3,5`. */
  readonly decimalComma?: boolean;
  /** How many values are missing. */
  readonly missing: number;
}
