/** The looks of a chart. */
export interface Theme {
  /** What it is called in {@linkcode themes}. */
  readonly name: string;
  /** Behind everything; "transparent" where ink and colours read on any page. */
  readonly background: string;
  /** Text: at least 4.5:1 against the background, or "currentColor" for that of the page. */
  readonly ink: string;
  /** Grid lines. */
  readonly grid: string;
  /** Axes, and the grid line at zero. */
  readonly zero: string;
  /** Series, in order: at least 3:1 against the background, told apart by the colour-blind. */
  readonly palette: readonly string[];
  /** More of Vega-Lite's configuration, over what follows from the rest. */
  readonly config?: object;
  /**
   * What still pictures look like, for readers of light and of dark pages: one picture that follows
   * what the reader's browser asks for. As everything else if not given.
   */
  readonly still?: { readonly light: Theme; readonly dark: Theme };
}
