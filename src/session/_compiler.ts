/** What a session needs to compile cells; it takes a while to load. */
export { compileCell } from "./code/compile_cell.ts";
export { Scope } from "./code/scope.ts";
export { compilerOptions } from "./_compiler_options.ts";
