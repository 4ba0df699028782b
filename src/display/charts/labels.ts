/** The title of an axis, with its unit where it has one. */
export type AxisTitle = string | { readonly title: string; readonly unit: string };

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
}
