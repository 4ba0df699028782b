/** The looks of a chart. It brings its own background, so that it reads on any page. */
export interface Theme {
  /** What it is called in {@linkcode themes}. */
  readonly name: string;
  /** Behind everything. */
  readonly background: string;
  /** Text: at least 4.5:1 against the background. */
  readonly ink: string;
  /** Grid lines. */
  readonly grid: string;
  /** Axes, and the grid line at zero. */
  readonly zero: string;
  /** Series, in order: at least 3:1 against the background, told apart by the colour-blind. */
  readonly palette: readonly string[];
  /** More of Vega-Lite's configuration, over what follows from the rest. */
  readonly config?: object;
}
