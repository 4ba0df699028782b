import { parse, parseExpression, type ParserOptions } from "npm:@babel/parser@8.1.2";

/**
 * A node of Babel's syntax tree. Its published types name every kind; the walks here look at a few
 * fields of any kind.
 */
// deno-lint-ignore no-explicit-any
export type Node = any;

/** A cell as the parser sees it. */
export interface ParsedCell {
  /** The cell. */
  readonly source: string;
  /** The statements, in order. */
  readonly statements: readonly Node[];
  /** The comments, in order. */
  readonly comments: readonly Node[];
  /** Whether it holds JSX. */
  readonly jsx: boolean;
  /** Whether it is one object in braces, which a script needs in parentheses. */
  readonly object: boolean;
  /** Whether it begins with "use strict". */
  readonly strict: boolean;
}

type Plugins = NonNullable<ParserOptions["plugins"]>;

const always: Plugins = ["typescript", "decoratorAutoAccessors"];
/** In this order: TSX takes `<T>(x: T) => x` for an element, and old decorators are rare. */
const dialects: { readonly plugins: Plugins; readonly jsx: boolean }[] = [
  { plugins: ["decorators"], jsx: false },
  { plugins: ["decorators", "jsx"], jsx: true },
  { plugins: ["decorators-legacy"], jsx: false },
  { plugins: ["decorators-legacy", "jsx"], jsx: true },
];

/** What `read` gives in the first dialect that can read it. */
function inSomeDialect<T>(read: (options: ParserOptions, jsx: boolean) => T): T {
  let first: unknown;
  for (const { plugins, jsx } of dialects) {
    try {
      const options: ParserOptions = {
        sourceType: "module",
        strictMode: false,
        allowUndeclaredExports: true,
        plugins: [...always, ...plugins],
      };
      return read(options, jsx);
    } catch (error) {
      first ??= error;
    }
  }
  throw first;
}

function parseObject(source: string): ParsedCell {
  return inSomeDialect((options, jsx) => {
    const expression: Node = parseExpression(source, options);
    const { start, end, comments } = expression;
    const statement = { type: "ExpressionStatement", expression, start, end };
    return {
      source,
      statements: [statement],
      comments: comments ?? [],
      jsx,
      object: true,
      strict: false,
    };
  });
}

function parseProgram(source: string): ParsedCell {
  return inSomeDialect((options, jsx) => {
    const { program, comments } = parse(source, options);
    // A cell that is nothing but a text has a value.
    const directives: Node[] = program.directives.map((
      { value: expression, start, end }: Node,
    ) => ({
      type: "ExpressionStatement",
      expression,
      start,
      end,
    }));
    return {
      source,
      statements: [...directives, ...program.body],
      comments: comments ?? [],
      jsx,
      object: false,
      strict: directives.some(({ expression }) => expression.value === "use strict"),
    };
  });
}

/**
 * Parses a cell: TypeScript, or TSX where that is no TypeScript. As in a console, what can be read
 * as one object in braces is one.
 *
 * @param code The cell's source
 * @returns Its statements
 * @throws {SyntaxError} Babel's, with `loc`, `pos` and `reasonCode`
 */
export function parseCell(code: string): ParsedCell {
  if (/^\s*\{/.test(code) && !/;\s*$/.test(code)) {
    try {
      return parseObject(code);
    } catch {
      // Then it is a block.
    }
  }
  return parseProgram(code);
}
