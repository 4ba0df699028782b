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
  /** Whether tables in HTML are written as Markdown, since the reader would take their styles away. */
  readonly plainTables: boolean;
  /** A piece of HTML so that the builder leaves its text alone. */
  readonly html: (html: string) => string;
  /** HTML in place of a text that the builder would take for a program; undefined if it would not. */
  readonly guarded: (text: string) => string | undefined;
  /** The address of a page seen from another, both without their ending. */
  readonly link: (from: string, to: string) => string;
  /** HTML at the end of a file: the style that the pictures need. */
  readonly foot: string;
}
