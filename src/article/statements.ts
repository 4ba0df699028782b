import type { Statement } from "./statement.ts";
import { approximations } from "./statements/approximations.ts";
import { asymptotes } from "./statements/asymptotes.ts";
import { elementary } from "./statements/elementary.ts";
import { gates } from "./statements/gates.ts";
import { gaussian } from "./statements/gaussian.ts";
import { mishStatements } from "./statements/mish.ts";
import { rectifiers } from "./statements/rectifiers.ts";

/**
 * The statements of the article, in our own words, each with a verdict and a check: in the order of
 * their subjects.
 *
 * @example
 * ```ts
 * import { statements } from "@actbook/actbook/article";
 * import { assertEquals } from "@std/assert";
 *
 * const tanh = statements.find(({ id }) => id === "tanh")!;
 * assertEquals(tanh.verdict, "fails");
 * assertEquals(tanh.check().verdict, "fails");
 * ```
 */
export const statements: readonly Statement[] = Object.freeze([
  ...gates,
  ...rectifiers,
  ...gaussian,
  ...approximations,
  ...elementary,
  ...mishStatements,
  ...asymptotes,
]);
