/**
 * Prints the digests over as many points as the argument says, and the engine: on Deno or Node.
 *
 * @module
 */

import process from "node:process";
import { digests } from "./digest.ts";

const name = "deno" in process.versions ? "Deno" : "Node";
const version = "deno" in process.versions ? process.versions.deno : process.versions.node;
const engine = `${name} ${version}, V8 ${process.versions.v8}`;
console.log(JSON.stringify({ engine, digests: digests(Number(process.argv[2])) }));
