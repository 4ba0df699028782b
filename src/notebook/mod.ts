/**
 * Runs TypeScript notebooks on Deno's own Jupyter kernel, with no Python, and loses no output.
 * {@linkcode runNotebook} runs a file, {@linkcode verifyNotebook} runs it again and compares,
 * {@linkcode checkNotebook} checks its types. The `actbook` command does the same from a shell.
 *
 * @module
 */

export * from "./find.ts";
export * from "./ipynb.ts";
export * from "./kernel.ts";
export type { Header, Message } from "../wire/message.ts";
export type { DisplayOutput, ErrorOutput, Output, ResultOutput, StreamOutput } from "./output.ts";
export * from "./compare.ts";
export * from "./execute.ts";
export * from "./parameters.ts";
export * from "./run.ts";
export type { OutputMessage } from "./outputs.ts";
export * from "./strip.ts";
export {
  proseDigest,
  type TranslatedNotebook,
  translateNotebook,
  type TranslateNotebookOptions,
  type TranslationProblem,
} from "./translate.ts";
export * from "./translate_folder.ts";
export * from "./verify.ts";
export * from "./check.ts";
