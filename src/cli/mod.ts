/**
 * The `actbook` command. `actbook --help` explains it.
 *
 * @module
 */

import { main } from "./main.ts";

export { main };

if (import.meta.main) Deno.exitCode = await main(Deno.args);
