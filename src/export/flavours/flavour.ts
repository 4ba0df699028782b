/** How a builder of documentation wants its Markdown. */
export interface Flavour {
  /** What it is called on the command line. */
  readonly name: string;
  /** The lines between `---` at the top of a file. */
  readonly head: (title: string) => readonly string[];
  /** Whether the builder prints the title itself, so that the first heading is left out. */
  readonly printsTitle: boolean;
  /** What follows the backticks of a block of code. */
  readonly fence: (language: string) => string;
  /** Markdown or HTML of a picture of which there is one file for light pages and one for dark ones. */
  readonly pictures: (light: string, dark: string, alt: string) => string;
  /** Whether tables in HTML are written as Markdown, since the reader takes most of HTML away. */
  readonly plain: boolean;
  /** Whether each formula is typeset alone, without what others on the page define. */
  readonly alone: boolean;
  /** A piece of HTML so that the builder leaves its text alone. */
  readonly html: (html: string) => string;
  /** Programs to this builder that are text to everybody else, and the HTML that shows them as text. */
  readonly programs: { readonly pattern: RegExp; readonly inert: (found: string) => string };
  /** Characters with a meaning to this builder alone, so that prose has their numbers instead. */
  readonly marks: RegExp;
  /** What an HTML tag has in it for the builder to read the Markdown inside, with a space before it. */
  readonly inside: string;
  /** How far what belongs to an item of a list is moved in. */
  readonly indent: "one" | "tab";
  /** The name of a place on a page. */
  readonly named: (place: string, page: string) => string;
  /** What gives such a name to the heading below, or to a place in a line. */
  readonly place: (named: string, where: "block" | "inline") => string;
  /** Whether a link to a place leaves out the page, as names are known on all of them. */
  readonly global: boolean;
  /** The path of a page seen from another, both without their ending; `slug` names as GitHub does. */
  readonly link: (from: string, to: string, slug: (words: string) => string) => string;
  /** Whether the builder copies files that are linked to. */
  readonly copies: boolean;
  /** Rules of style at the end of a page with such pictures, with formulas, or with tables. */
  readonly style: { readonly pictures: string; readonly formulas: string; readonly tables: string };
}
