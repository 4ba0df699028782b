/** What texts are called in another language. */
export interface Translations {
  /** The texts in use, by what they translate; nothing if texts are shown as they are. */
  readonly current: Readonly<Record<string, string>> | undefined;
  /** Shows what is shown from now on in the language of these texts; `null` for none. */
  use(texts: Readonly<Record<string, string>> | null): void;
  /** A text as it is shown. */
  of(text: string): string;
}

interface Pattern {
  readonly matches: RegExp;
  /** How many characters do not change: of several patterns that match, the closest is meant. */
  readonly fixed: number;
  readonly names: readonly string[];
  readonly translation: string;
}

const hole = /\{\{(\w+)(…?)\}\}/g;

let current: Readonly<Record<string, string>> | undefined;
let patterns: readonly Pattern[] = [];
let known = new Map<string, string>();

/**
 * The language of what is shown: titles and names in charts, heads and cells of tables, reasons in
 * derivations. A text is looked up as a whole. What changes in it is written `{{name}}`, and is looked
 * up itself; `{{names…}}` is a list, as in `a, b, and c`. Of several patterns the one with the longest
 * words of its own is meant. What is not found stays as it is.
 *
 * @example
 * ```ts
 * import { table } from "@actbook/actbook";
 * import { translations } from "@actbook/actbook/display";
 * import { assertEquals, assertStringIncludes } from "@std/assert";
 *
 * translations.use({ round: "轮次", "round {{n}}": "第 {{n}} 轮", "error of {{f}}": "{{f}} 的误差" });
 * assertEquals(translations.of("error of round 2"), "第 2 轮的误差");
 * assertStringIncludes(table([{ round: 1 }]).toString(), "轮次");
 * translations.use(null);
 * ```
 */
export const translations: Translations = {
  get current() {
    return current;
  },
  use(texts) {
    known = new Map();
    current = texts ?? undefined;
    patterns = Object.entries(texts ?? {}).flatMap(([text, translation]) =>
      text.search(hole) < 0 ? [] : [patternOf(text, translation)]
    ).sort((one, other) => other.fixed - one.fixed);
  },
  of(text) {
    if (!current) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = translated(text, current);
    known.set(text, found);
    return found;
  },
};

function translated(text: string, texts: Readonly<Record<string, string>>): string {
  if (Object.hasOwn(texts, text)) return texts[text];
  for (const { matches, names, translation } of patterns) {
    const groups = matches.exec(text)?.slice(1);
    if (groups) return filled(translation, new Map(groups.map((part, i) => [names[i], part])));
  }
  if (text.includes("\n")) return text.split("\n").map(translations.of).join("\n");
  const bare = text.trim();
  return bare === text || bare === "" ? text : text.replace(bare, () => translations.of(bare));
}

function patternOf(text: string, translation: string): Pattern {
  const names = [...text.matchAll(hole)].map(([, name, list]) => name + list);
  const parts = text.split(/\{\{\w+…?\}\}/);
  const matches = new RegExp(`^${parts.map(escaped).join("(.+?)")}$`, "s");
  return { matches, fixed: parts.join("").length, names, translation };
}

/** Node 20 has no `RegExp.escape`. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function filled(translation: string, parts: ReadonlyMap<string, string>): string {
  const text = translation.replace(hole, (_, name, list) => {
    const part = parts.get(name + list) ?? "";
    const each = list === "" ? [part] : part.split(/, and |, | and /);
    return each.map(translations.of).join("、");
  });
  return text.replace(besideHan, "");
}

/** Between Chinese and Latin letters there is a space, between Chinese ones none. */
const besideHan = /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef]) (?=\p{Script=Han})/gu;
