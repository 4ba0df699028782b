import { pathToFileURL } from "node:url";
import type { LanguageServer } from "./_language_server.ts";
import { LocalModules } from "./_local_modules.ts";

/** A document of a language server, which stands where the notebook stands. */
export class OpenDocument {
  #open?: { uri: string; text: string };
  #version = 0;
  readonly #base: string;
  readonly #modules: LocalModules;

  /**
   * @param path Path of the notebook, from which relative imports start
   * @param modules The files that the server has read, where another document knows them
   */
  constructor(readonly server: LanguageServer, readonly path: string, modules?: LocalModules) {
    this.#base = pathToFileURL(path).href;
    this.#modules = modules ?? new LocalModules(this.#base);
  }

  /** Another document in the same folder, whose name has this at its end. */
  beside(suffix: string): OpenDocument {
    return new OpenDocument(this.server, `${this.path}${suffix}`, this.#modules);
  }

  /** Makes this its text, and gives its address. */
  async write(text: string, tsx: boolean): Promise<string> {
    await this.#tellChanges(text);
    const uri = this.#base + (tsx ? ".tsx" : ".ts");
    const before = this.#open;
    if (before?.uri === uri && before.text === text) return uri;
    const version = ++this.#version;
    if (before && before.uri !== uri) {
      await this.server.notify("textDocument/didClose", { textDocument: { uri: before.uri } });
    }
    if (before?.uri === uri) {
      const textDocument = { uri, version }, contentChanges = [{ text }];
      await this.server.notify("textDocument/didChange", { textDocument, contentChanges });
    } else {
      const languageId = tsx ? "typescriptreact" : "typescript";
      const textDocument = { uri, version, languageId, text };
      await this.server.notify("textDocument/didOpen", { textDocument });
    }
    this.#open = { uri, text };
    return uri;
  }

  /** The server reads a file once, unless told that it has changed. */
  async #tellChanges(text: string): Promise<void> {
    const CHANGED = 2;
    const changes = (await this.#modules.changed(text)).map((uri) => ({ uri, type: CHANGED }));
    if (changes.length > 0) {
      await this.server.notify("workspace/didChangeWatchedFiles", { changes });
    }
  }
}
