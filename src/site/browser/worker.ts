/**
 * Runs the cells of a notebook in the reader's browser: on Actbook as it is, bundled.
 *
 * @module
 */

import * as actbook from "../../../mod.ts";
import * as activations from "../../activations/mod.ts";
import * as approximation from "../../approximation/mod.ts";
import * as arrays from "../../arrays/mod.ts";
import * as article from "../../article/mod.ts";
import * as calculus from "../../calculus/mod.ts";
import * as comparison from "../../comparison/mod.ts";
import * as display from "../../display/mod.ts";
import * as gallery from "../../gallery/mod.ts";
import * as network from "../../network/mod.ts";
import * as special from "../../special/mod.ts";
import * as workbench from "../../workbench/mod.ts";
import * as random from "npm:d3-random@3.0.1";
import * as assertions from "./_assertions.ts";
import { compileCell, withoutTypes } from "./_compile_cell.ts";
import type { Order, Report } from "./_messages.ts";

const rooms: Readonly<Record<string, object>> = {
  activations,
  approximation,
  arrays,
  article,
  calculus,
  comparison,
  display,
  gallery,
  network,
  special,
  workbench,
};

const modules: Readonly<Record<string, object>> = {
  "@actbook/actbook": actbook,
  "@std/assert": assertions,
  "d3-random": random,
  ...Object.fromEntries(
    Object.entries(rooms).map(([name, room]) => [`@actbook/actbook/${name}`, room]),
  ),
};

let running = 0;
/** The worker as the page sees it; neither types of a page nor of Deno have it. */
const self = globalThis as unknown as {
  postMessage(message: Report): void;
  addEventListener(type: "message", listener: (event: { readonly data: Order }) => void): void;
};
const report = (message: Report) => self.postMessage(message);
const output = (data: Readonly<Record<string, unknown>>) =>
  report({ cell: running, kind: "output", data });

const jupyter = {
  broadcast: (type: string, { data }: { data: Readonly<Record<string, unknown>> }) => {
    if (type === "display_data") output(data);
    return Promise.resolve();
  },
};

const inspect = (value: unknown) =>
  typeof value === "string" ? value : typeof value === "number" // JSON has no ∞, no NaN and no −0
    ? Object.is(value, -0) ? "-0" : `${value}`
    : JSON.stringify(value) ?? `${value}`;

/** As much of Deno as there is in a page; the rest says so. */
const deno = new Proxy({ jupyter, inspect } as Readonly<Record<PropertyKey, unknown>>, {
  get(target, name) {
    if (name in target || typeof name === "symbol") return target[name];
    throw new Error(
      `Cannot use Deno.${name} as this page is a browser: run the notebook with Deno`,
    );
  },
});
Object.assign(globalThis, { Deno: deno });
console.log = (...values: unknown[]) => output({ "text/plain": values.map(inspect).join(" ") });

const scope: Record<string, unknown> = {};

async function load(name: string, files: string): Promise<object> {
  if (Object.hasOwn(modules, name)) return modules[name];
  const typescript = /^data:text\/typescript,(.*)$/s.exec(name);
  if (typescript) {
    const code = withoutTypes(decodeURIComponent(typescript[1]));
    return await import(`data:text/javascript,${encodeURIComponent(code)}`);
  }
  if (/^\.\/[\w/-]+\.json$/.test(name)) {
    return { default: await (await fetch(`${files}${name.slice(2)}`)).json() };
  }
  throw new Error(`Cannot import ${name} as this page is a browser: run the notebook with Deno`);
}

/** Which cell should have given a name, and failed. */
const missing = new Map<string, number>();

/** What a browser says of modules that only Deno can load, and of what they would have given, in words. */
function explained(message: string): string {
  if (message.includes("data:text/typescript")) {
    return "Cannot load a module in TypeScript as this page is a browser: run the notebook with Deno";
  }
  const [, name] = /^(\S+) is not defined$/.exec(message) ?? [];
  const cell = missing.get(name);
  return cell === undefined
    ? message
    : `Cannot find ${name} as cell ${cell + 1}, which gives it, failed in this page`;
}

const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

async function run({ cell, source, files }: Order): Promise<void> {
  running = cell;
  let names: readonly string[] = [];
  try {
    const compiled = compileCell(source);
    names = compiled.names;
    const f = new AsyncFunction("__scope", "__load", "__keep", compiled.body);
    const value = await f(
      scope,
      (name: string) => load(name, files),
      (kept: object) => Object.assign(scope, kept),
    );
    if (value !== undefined) await display.show(value);
    for (const name of names) missing.delete(name);
    report({ cell, kind: "end" });
  } catch (error) {
    for (const each of names) if (!(each in scope)) missing.set(each, cell);
    const { name, message } = error instanceof Error
      ? error
      : { name: "Error", message: `${error}` };
    report({ cell, kind: "end", error: `${name}: ${explained(message)}` });
  }
}

let queue = Promise.resolve();
self.addEventListener("message", ({ data }) => {
  queue = queue.then(() => run(data));
});
