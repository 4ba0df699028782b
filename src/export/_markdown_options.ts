import type { Addresses } from "./_addresses.ts";
import type { Flavour } from "./flavours/flavour.ts";

/** Files by path, below the folder of all pages. */
export type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** What a page is written with. */
export interface MarkdownOptions {
  readonly flavour: Flavour;
  /** The page below the folder of all pages, without its ending. */
  readonly page: string;
  /** The folder of the pictures, below the folder of all pages. */
  readonly assets: string;
  readonly addresses: Addresses;
  /** The places of the page that links lead to. */
  readonly places: ReadonlySet<string>;
  /** Whether scripts in outputs stay. */
  readonly scripts: boolean;
  /** Where the files go that belong to the page. */
  readonly files: Files;
}
