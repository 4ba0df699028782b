import type { Citation } from "../../activations/activation.ts";
import { escapeMarkdown } from "../../display/texts/escape.ts";

/** Who defined a function, and an entry for BibTeX of each source. */
export function sourcesPart(sources: readonly Citation[]): string {
  const lines = sources.map(({ who, year, title, url }) => {
    const text = `${escapeMarkdown(who)} (${year}), `;
    return url
      ? `- ${text}[${escapeMarkdown(title)}](${encodeURI(url)})`
      : `- ${text}*${escapeMarkdown(title)}*`;
  });
  const entries = sources.map(bibtex).join("\n\n");
  return `${lines.join("\n")}\n\n\`\`\`bibtex\n${entries}\n\`\`\`\n`;
}

/**
 * An entry for BibTeX.
 *
 * @param source who, when, what, where
 * @returns the entry, named after the first author and the year
 */
export function bibtex({ who, year, title, url }: Citation): string {
  const authors = who.split(/\s*,\s*|\s+and\s+/).filter((each) => each !== "et al.");
  const last = authors[0].split(" ").at(-1)!;
  const word = title.split(/[^\p{L}]+/u).find((each) => each.length > 3) ?? "";
  const key = ascii(`${last}${year}${word}`).toLowerCase();
  const arxiv = /arxiv\.org\/abs\/([\d.]+)/.exec(url ?? "")?.[1];
  const fields = [
    ["author", authors.join(" and ")],
    ["title", `{${title}}`],
    ["year", `${year}`],
    ...(arxiv ? [["eprint", arxiv], ["archiveprefix", "arXiv"]] : []),
    ...(url ? [["url", url]] : []),
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},`);
  return `@${arxiv ? "article" : "misc"}{${key},\n${lines.join("\n")}\n}`;
}

/** Without accents, as keys of BibTeX must be. */
function ascii(text: string): string {
  return text.normalize("NFD").replace(/[^\w]/g, "");
}
