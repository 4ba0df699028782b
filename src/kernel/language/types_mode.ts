/** What becomes of a cell with type errors: it runs; it runs and the errors are told; it does not run. */
export type TypesMode = "off" | "warn" | "error";

/** All of them. */
export const typesModes: readonly TypesMode[] = ["off", "warn", "error"];

/** Whether a value is one of them. */
export function isTypesMode(value: unknown): value is TypesMode {
  return typesModes.includes(value as TypesMode);
}
