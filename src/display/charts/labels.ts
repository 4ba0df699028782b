/** The title of an axis, with its unit where it has one. */
export type AxisTitle = string | { readonly title: string; readonly unit: string };

/** A column of a table on an axis, with the title that it has there. */
export interface ColumnTitle {
  /** The name of the column. */
  readonly column: string;
  /** What the axis is called; as the column if not given. */
  readonly title?: string;
  /** The unit of its values. */
  readonly unit?: string;
}

/** What every chart can be given. */
export interface Labels {
  /** Above the chart. */
  readonly title?: string;
  /** What the chart shows, in words; made of titles and data if not given. */
  readonly alt?: string;
  /** Title of the x axis. */
  readonly x?: AxisTitle;
  /** Title of the y axis. */
  readonly y?: AxisTitle;
  /** Width of the area that is drawn in, in pixels. */
  readonly width?: number;
  /** Height of the area that is drawn in, in pixels. */
  readonly height?: number;
  /** The time zone of an axis of time, such as "Europe/Berlin"; UTC if not given. */
  readonly zone?: string;
}
