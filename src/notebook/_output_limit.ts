/** How many characters a cell may show if nothing else is said. */
export const DEFAULT_OUTPUT_LIMIT = 100_000_000;
