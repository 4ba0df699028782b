import { join } from "node:path";
import type { CellOutline } from "../../session/code/cells_module.ts";
import type { Asked } from "./_asked.ts";
import { askedModule } from "./_asked_module.ts";
import { complete, type Completions } from "./_complete.ts";
import { type Definition, definitions } from "./_definitions.ts";
import { OpenDocument } from "./_document.ts";
import { hover } from "./_hover.ts";
import { nameAt } from "./_name_at.ts";
import { LanguageServer } from "./_language_server.ts";
import { problems, type TypeProblem } from "./_problems.ts";
import { QuickCheck } from "./_quick_check.ts";
import { type CellName, RanCells } from "./_ran_cells.ts";

export type { Completion, Completions } from "./_complete.ts";
export type { Definition } from "./_definitions.ts";
export type { CellName } from "./_ran_cells.ts";
export type { TypeProblem } from "./_problems.ts";

/** Where the cells stand. */
export interface LanguageServiceOptions {
  /** The notebook's folder. */
  readonly folder: string;
  /** The notebook's file name: what the module of the cells is called in messages. */
  readonly name?: string;
  /** Path of Deno; otherwise this process's own. */
  readonly deno?: string;
}

/** A cell that imports what is no file of the notebook's folder. */
const PACKAGE = /\bimport\b[^;]*?["'](?!\.{0,2}\/|node:)/;

/**
 * What TypeScript knows about the cells of a notebook: completions, types and documentation, type
 * errors. It starts `deno lsp` when first asked, and starts it again should it end. It knows nothing
 * of Jupyter. Offsets are in UTF-16 units. In a folder that deno.json excludes, it knows nothing:
 * `deno lsp` looks at no file there.
 */
export class LanguageService {
  readonly #options: LanguageServiceOptions;
  readonly #ran = new RanCells();
  readonly #outlines = new Map<string, CellOutline>();
  #document?: Promise<OpenDocument>;
  #quick?: QuickCheck;
  #warm = false;
  /** Whether a cell has brought packages that the server has not looked for. */
  #newPackages = false;
  /** Questions are asked one after the other: each changes the document. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: LanguageServiceOptions) {
    this.#options = options;
  }

  /** Whether it has answered before, and so will answer soon. */
  get warm(): boolean {
    return this.#warm;
  }

  /** A cell has run. */
  remember(code: string, name?: CellName): void {
    this.#ran.add(code, name);
    this.#newPackages ||= PACKAGE.test(code);
  }

  /** No cell has run: the session begins anew. */
  forget(): void {
    this.#ran.clear();
  }

  /** What may stand at an offset of a cell. */
  complete(code: string, offset: number): Promise<Completions> {
    return this.#ask(code, (asked) => complete(asked, offset));
  }

  /** What is known about the name at an offset, and about the call around it, as Markdown. */
  async hover(code: string, offset: number): Promise<string | undefined> {
    const found = await this.#ask(code, (asked) => hover(asked, offset));
    if (found !== undefined) return found;
    // An import that a cell before has too stands only there.
    const name = nameAt(code, offset);
    return name && await this.#ask(name, (asked) => hover(asked, name.length));
  }

  /** The declarations of the name at an offset. */
  definitions(code: string, offset: number): Promise<readonly Definition[]> {
    return this.#ask(code, (asked) => definitions(asked, offset));
  }

  /**
   * The type errors of a cell that parses, and of the cells that ran.
   *
   * @param ownAlone Whether those of the cells that ran are not wanted, which is quicker where there are none
   */
  async problems(code: string, { ownAlone = false } = {}): Promise<readonly TypeProblem[]> {
    if (ownAlone) {
      const isFaultless = this.#last.then(() => this.#isFaultless(code)).catch(() => false);
      this.#last = isFaultless;
      if (await isFaultless) return [];
    }
    const found = await this.#ask(code, problems);
    return ownAlone ? found.filter(({ cell }) => cell === undefined) : found;
  }

  async #isFaultless(code: string): Promise<boolean> {
    if (this.#newPackages) return false;
    const document = await this.#opened(), ran = this.#ran.without(code);
    if (this.#quick?.document !== document) this.#quick = new QuickCheck(document);
    return await this.#quick.isFaultless(ran.map(({ source }) => source), code, this.#outlines);
  }

  /** Ends the server, if one runs. */
  async stop(): Promise<void> {
    const document = await this.#document?.catch(() => undefined);
    document?.server.stop();
  }

  #ask<T>(code: string, question: (asked: Asked) => Promise<T>): Promise<T> {
    const answer = this.#last.then(async () => {
      for (let trial = 1;; trial++) {
        const asked = await this.#written(code);
        try {
          const answer = await question(asked);
          this.#warm = true;
          return answer;
        } catch (error) {
          if (!asked.server.ended || trial > 1) throw error; // a server that died is started again, once
        }
      }
    });
    this.#last = answer.catch(() => {});
    return answer;
  }

  async #written(code: string): Promise<Asked> {
    const document = await this.#opened(), ran = this.#ran.without(code);
    const module = askedModule(ran.map(({ source }) => source), code, this.#outlines);
    const { server } = document, uri = await document.write(module.text, module.tsx);
    if (this.#newPackages) {
      this.#newPackages = false;
      await server.request("workspace/executeCommand", {
        command: "deno.cache",
        arguments: [[], uri],
      });
    }
    return { server, uri, module, code, cells: [...ran, { source: code }] };
  }

  async #opened(): Promise<OpenDocument> {
    const known = await this.#document?.catch(() => undefined);
    if (known && !known.server.ended) return known;
    const { folder, name = "notebook.ipynb", deno = Deno.execPath() } = this.#options;
    this.#document = LanguageServer.start({ folder, deno })
      .then((server) => new OpenDocument(server, join(folder, name)));
    return await this.#document;
  }
}
