import { translations } from "./translations.ts";

/** LaTeX with the words in it in the language of everything else. */
export function texInLanguage(tex: string): string {
  if (!translations.current) return tex;
  return tex.replace(/\\text\{([^{}]*)\}/g, (_, words) => `\\text{${translations.of(words)}}`);
}
