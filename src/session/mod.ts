/**
 * Runs cells of TypeScript in a Deno process of their own and tells all they show. It knows nothing of
 * Jupyter: {@linkcode Session} is for whoever has cells, a kernel, a runner or a test.
 *
 * How it works: the child is a plain `deno run`, which gets a program of ours on its standard input
 * (`in_child/`). Cells are rewritten (`code/`) and evaluated through V8's inspector in console mode,
 * where a `let` may be declared anew. All outputs and the answer to the evaluation come down one
 * ordered stream, the inspector's, so when the answer is there, so are the outputs. What subprocesses
 * write comes through the real pipes, in which a mark follows each cell. `AsyncLocalStorage` tells
 * which cell an output belongs to, however late it comes.
 *
 * For those who build on it: {@linkcode Session.run} takes a source and a callback for its outputs,
 * {@linkcode Session.inspector} is V8's inspector for whatever else is to be asked or debugged
 * (`SessionOptions.onProcess` gives each new one before its first cell), {@linkcode Session.cells} is
 * what ran, in order. A cell's script is called `cell:N`; line n of the cell is line n + 1 there (the
 * first does what has to be done before), unless `positions` says otherwise.
 *
 * @module
 */

export { compileCell, type CompiledCell } from "./code/compile_cell.ts";
export type { Insertion } from "./code/_rewrite.ts";
export { type Completeness, isComplete } from "./code/is_complete.ts";
export { type Positions, readPositions } from "./code/positions.ts";
export { type CompilerOptions, type JsxSettings, type Kind, Scope } from "./code/scope.ts";
export { ChildEndedError, Inspector, InspectorError, type InspectorResult } from "./inspector.ts";
export { inDeno } from "./magics/in_deno.ts";
export type { MagicResult } from "./magics/_magic.ts";
export { type MoreMagics, resultOf, runMagic } from "./magics/run_magic.ts";
export type { CellError, CellOutput, CellResult, InputRequest } from "./output.ts";
export type { RanCell } from "./ran_cell.ts";
export { Session } from "./session.ts";
export type { RunOptions, SessionOptions } from "./session_options.ts";
