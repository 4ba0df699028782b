import type { Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import type { Theme } from "./theme.ts";

/** What a chart is made with, besides its spec. */
export interface ChartOptions {
  /** What the picture shows, for those who cannot see it; the spec's description or title if not given. */
  readonly alt?: string;
  /** The theme it is drawn in; the one of {@linkcode themes} at that time if not given. */
  readonly theme?: string | Theme;
  /** The renderer it is shown by; the one of {@linkcode renderers} at that time if not given. */
  readonly renderer?: string;
}

/** What each of {@linkcode ChartOptions} must be. */
export const chartOptions: Known<ChartOptions> = {
  alt: kinds.text,
  theme: kinds.either(kinds.text, kinds.object),
  renderer: kinds.text,
};
