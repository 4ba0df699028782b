import { type Bundle, type Displayable, displaySymbol } from "../display/bundle.ts";

/** Plain data that also shows itself: the method has a symbol for a name, so JSON does not see it. */
export function shown<Data extends object>(
  data: Data,
  bundle: () => Bundle | Promise<Bundle>,
): Data & Displayable {
  return Object.defineProperty({ ...data }, displaySymbol, { value: bundle }) as Data & Displayable;
}
