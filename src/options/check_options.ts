import { closest } from "./_closest.ts";
import type { Kind } from "./kinds.ts";
import { shown } from "./shown.ts";

/**
 * The options of a function and what each must be: every key of their type, no other, and
 * `needed(…)` where the type has no question mark.
 */
export type Known<Options> = {
  readonly [Key in keyof Options]-?: Record<never, never> extends Pick<Options, Key>
    ? Kind<Exclude<Options[Key], undefined>>
    : Kind<Options[Key]> & { readonly needed: true };
};

/**
 * Sees to it that options mean what they say: nothing misspelt, nothing of the wrong kind. Called
 * first in every public function that takes options, as a cell of a notebook is not type-checked.
 *
 * @param action what is to be done, for the message: `"plot"`
 * @param options what the caller gave; nothing is fine unless an option is needed
 * @param known what there is
 * @throws TypeError if a key is unknown, a value of the wrong kind, or a needed one missing
 * @throws RangeError if a word or number is not among the few that there are
 */
export function checkOptions<Options extends object>(
  action: string,
  options: Options | undefined,
  known: Known<Options>,
): void {
  const kinds = known as Readonly<Record<string, Kind<never>>>;
  if (options !== undefined && (typeof options !== "object" || !options || isList(options))) {
    throw new TypeError(
      `Cannot ${action} as options must be an object with ${namesOf(kinds)}: ` +
        `current value is ${shown(options)}`,
    );
  }
  const given: Readonly<Record<string, unknown>> = { ...options };
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(kinds, key)) throw unknownKey(action, key, kinds);
  }
  for (const [key, kind] of Object.entries(kinds)) {
    const value = given[key];
    if (value === undefined && !kind.needed) continue;
    if (!kind.has(value as never)) {
      throw new TypeError(
        `Cannot ${action} as ${key} must be ${kind.name}: current value is ${shown(value)}`,
      );
    }
    if (!kind.among || kind.among.includes(value)) continue;
    throw new RangeError(
      `Cannot ${action} as ${key} must be one of ${kind.among.join(", ")}: ` +
        `current value is ${shown(value)}`,
    );
  }
}

const isList = (value: object) => Array.isArray(value) || ArrayBuffer.isView(value);

const namesOf = (kinds: object) => Object.keys(kinds).join(", ");

function unknownKey(action: string, key: string, kinds: object): TypeError {
  const meant = closest(key, Object.keys(kinds));
  return new TypeError(
    `Cannot ${action} as there is no option ${key}` +
      `${meant === undefined ? "" : `, perhaps ${meant} is meant`}: ` +
      `the options are ${namesOf(kinds)}`,
  );
}
