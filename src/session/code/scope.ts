/**
 * How V8 keeps a name of the outermost scope: `let` for what `let`, `const`, `class` and `import`
 * made, `var` for what `var`, `function` and `enum` made. It stays that kind for good, and a script
 * that declares it as the other kind is refused.
 */
export type Kind = "let" | "var";

/** How JSX becomes calls, as comments or deno.json say. */
export interface JsxSettings {
  /** The function that makes an element, where no module does. */
  readonly factory?: string;
  /** What stands for `<>`. */
  readonly fragment?: string;
  /** The module whose `jsx-runtime` makes the elements. */
  readonly importSource?: string;
}

/** What earlier cells leave to later ones: names and their kinds, settings of JSX. */
export class Scope {
  readonly #kinds = new Map<string, Kind>();
  readonly #absent = new Map<string, string>();
  /** What the last comments about JSX said. */
  jsx: JsxSettings;
  /** Whether decorators are TypeScript's old ones. */
  readonly legacyDecorators: boolean;

  /**
   * Knows nothing of cells yet.
   *
   * @param globals Names that exist before the first cell. A cell that declares one hides it from
   * other cells and leaves it as it is for modules
   * @param compilerOptions Those of deno.json
   */
  constructor(globals: Iterable<string> = [], compilerOptions: CompilerOptions = {}) {
    for (const name of globals) this.#kinds.set(name, "let");
    const { jsx, jsxFactory, jsxFragmentFactory, jsxImportSource } = compilerOptions;
    this.jsx = jsx?.startsWith("react-jsx") || jsx === "precompile"
      ? { importSource: jsxImportSource ?? "react" }
      : { factory: jsxFactory, fragment: jsxFragmentFactory };
    this.legacyDecorators = compilerOptions.experimentalDecorators === true;
  }

  /** The kind a name has, if it is known. */
  kind(name: string): Kind | undefined {
    return this.#kinds.get(name);
  }

  /** The kind a name has from now on: the one it had, or `kind` if it is new. */
  declare(name: string, kind: Kind): Kind {
    this.#absent.delete(name);
    const known = this.#kinds.get(name);
    if (known === undefined) this.#kinds.set(name, kind);
    return known ?? kind;
  }

  /** Remembers that a name was imported that its module does not export: perhaps a type. */
  lack(name: string, module: string): void {
    this.#absent.set(name, module);
  }

  /** The module that was asked for a name in vain. */
  absent(name: string): string | undefined {
    return this.#absent.get(name);
  }
}

/** What deno.json may say about the language; see Deno's documentation of `compilerOptions`. */
export interface CompilerOptions {
  /** "react", "react-jsx", "react-jsxdev" or "precompile". */
  readonly jsx?: string;
  /** The function that makes an element. */
  readonly jsxFactory?: string;
  /** What stands for `<>`. */
  readonly jsxFragmentFactory?: string;
  /** The module whose `jsx-runtime` makes the elements. */
  readonly jsxImportSource?: string;
  /** Whether decorators are TypeScript's old ones. */
  readonly experimentalDecorators?: boolean;
}
