/**
 * What the functions of this folder share. They run in the child, not here: each is sent as text, so
 * it may use nothing but its arguments and what every Deno program has.
 */
export interface Child {
  /** The runtime's `Deno`, before it was dressed up. */
  // deno-lint-ignore no-explicit-any
  readonly deno: any;
  readonly settings: ChildSettings;
  /** Sends a text to the session; it arrives in the order of the calls. */
  readonly raw: (text: string) => void;
  /** Knows for which cell something runs, also after awaits. */
  readonly context: {
    getStore(): number | undefined;
    enterWith(cell: number): void;
    run(cell: number, work: () => void): void;
  };
  /** The cell that is running, or that ran last. */
  current: number;
  /** How many lines the cells have, by number. */
  readonly lines: Map<number, number>;
  /** Names of cells as people know them, by number. */
  readonly labels: Map<number, string>;
  /** Cells that were interrupted: what is left of them ends. */
  readonly stopped: Set<number>;
  /** By errors: the cell whose code made them, known once the stack has been looked at. */
  readonly origins: WeakMap<object, number>;
  /** Where lines of a script come from, for cells whose lines were moved. */
  // deno-lint-ignore no-explicit-any
  readonly positions: Map<number, any>;
  /** What was put into a line of a cell's script: line, column, width. */
  readonly inserted: Map<number, readonly [number, number, number]>;
  /** What was there before anything was replaced. */
  readonly later: (then: () => void) => void;
  readonly resolve: (specifier: string) => string;
  readonly load: (specifier: string, options?: unknown) => Promise<Record<string, unknown>>;
  /** Node's side of the runtime, loaded now if it was not before. */
  node(): NodeParts;
  /** Whether it is being loaded, which nothing may break off. */
  loading?: boolean;
  /** Whether no cell runs: then it is loaded after a while. */
  quiet(isQuiet: boolean): void;
  /** What is to be done once it has been loaded, before the program sees it. */
  whenNode(install: (node: NodeParts) => void): void;
  /** Sends one message about the current cell; texts that wait go first. */
  send(type: string, content: unknown, extra?: object): void;
  /** Sends the texts that wait. */
  flush(): void;
  /** A cell begins: its first text will not wait, as nobody would ask for it. */
  begin(): void;
  /** The session's next answer, for which everything waits; null when the session is gone. */
  answer(): { answer: string | null; error?: string } | null;
  /** Shows a text as if the program had written it. */
  write(name: "stdout" | "stderr", text: string): void;
  /** An error as front ends show it. */
  report(reason: unknown): ErrorReport;
  /** Tells now which promises nobody handled, but for the one that is the value of the cell. */
  tellRejections(value?: unknown): void;
  /** A place in a script of a cell as people know it, lines and columns from 1; file, line, column. */
  place(file: string, line: number, column: number): string;
  /** A MIME bundle of a value. */
  format(value: unknown): Promise<Record<string, unknown>>;
  /** Runs what `Deno.test` registered; gives the number that failed. */
  runTests(): Promise<number>;
  /** What scripts of cells call; `__actbook` is this object. */
  // deno-lint-ignore no-explicit-any
  readonly forCells: any;
  /** What the child's `Deno` has besides the runtime's. */
  readonly dress: PropertyDescriptorMap;
  /** Finds in a module that a cell imports what is to be replaced. */
  dressModule(specifier: string, module: Record<string, unknown>): void;
  /** By functions of the runtime's: what stands in their place, also for imports of cells. */
  readonly dressed: Map<unknown, unknown>;
}

/** What is used of Node's side of the runtime. */
export interface NodeParts {
  // deno-lint-ignore no-explicit-any
  readonly process: any;
  readonly readSync: (fd: number, into: Uint8Array) => number;
  readonly writeSync: (
    fd: number,
    from: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => number;
  readonly registerHooks: (hooks: Record<string, unknown>) => unknown;
}

/** An error, its parts as text. */
export interface ErrorReport {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** What the session tells its child once. */
export interface ChildSettings {
  /** Ends with a slash. */
  readonly baseUrl: string;
  readonly colours: boolean;
  /** The number of the file for texts that have not arrived, if there is one. */
  readonly lastWords: number | undefined;
  /** Goes through the real stdout and stderr at the end of each cell. */
  readonly mark: string;
  /** Characters of a value that are shown. */
  readonly valueLimit: number;
  /** Characters of text a cell may write. */
  readonly outputLimit: number;
}
