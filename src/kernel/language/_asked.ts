import type { AskedModule } from "./_asked_module.ts";
import type { LanguageServer } from "./_language_server.ts";
import { positionAt } from "./_positions.ts";

/** A cell that a language server knows, to be asked about. */
export interface Asked {
  readonly server: LanguageServer;
  /** The document's address. */
  readonly uri: string;
  readonly module: AskedModule;
  /** The cell. */
  readonly code: string;
  /** The cells of the module, in order; the asked one is the last. */
  readonly cells: readonly { readonly source: string; readonly label?: string }[];
}

/** The parameters of a question about a place in the cell. */
export function placeOf({ uri, module, code }: Asked, offset: number) {
  return { textDocument: { uri }, position: module.inModule(positionAt(code, offset)) };
}
