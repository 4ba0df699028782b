import type { RealFunction } from "../calculus/real_function.ts";

/**
 * A function by where it is exported, so that a worker can load it. A `data:` URL works too:
 * `{ module: "data:text/javascript,export const half = (x) => x / 2", export: "half" }`.
 */
export interface ModuleFunction {
  /** An absolute URL, as `import.meta.resolve("./mine.ts")` gives. */
  readonly module: string;
  /** The name under which the module exports it. */
  readonly export: string;
}

/** A function, or where to load one. */
export type Certifiable = RealFunction | ModuleFunction;
