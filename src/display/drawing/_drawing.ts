import type { TopLevelSpec } from "./_packages.ts";

/** A Vega-Lite spec of any form: a unit, a layer, a facet, a concatenation. */
export type Spec = TopLevelSpec;

/** A chart ready to be put in formats: its spec has its theme in it. */
export interface Drawing {
  /** The Vega-Lite spec. */
  readonly spec: Spec;
  /** What it shows, in words. */
  readonly alt: string;
  /** Draws it. */
  svg(): Promise<string>;
  /** Draws it as PNG, which is light where the SVG would follow the reader. */
  png(scale: number): Promise<Uint8Array>;
  /** The same with a remark below its title, and in its words. */
  noted(note: string): Drawing;
}
