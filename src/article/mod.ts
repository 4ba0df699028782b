/**
 * The statements of the article, each with the check that settles it.
 *
 * @module
 */

export * from "./audit_rows.ts";
export * from "./judge.ts";
export * from "./statement.ts";
export * from "./statements.ts";
export * from "./statements/approximations.ts";
export * from "./statements/asymptotes.ts";
export * from "./statements/elementary.ts";
export * from "./statements/gates.ts";
export * from "./statements/gaussian.ts";
export * from "./statements/mish.ts";
export * from "./statements/rectifiers.ts";
export * from "./trial.ts";
