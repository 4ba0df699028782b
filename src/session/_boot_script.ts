import { installCells } from "./in_child/cells.ts";
import type { ChildSettings } from "./in_child/child.ts";
import { installComms } from "./in_child/comms.ts";
import { installInput } from "./in_child/input.ts";
import { installJupyter } from "./in_child/jupyter.ts";
import { installModules } from "./in_child/modules.ts";
import { installNode } from "./in_child/node.ts";
import { installSend } from "./in_child/send.ts";
import { installStacks } from "./in_child/stacks.ts";
import { installStreams } from "./in_child/streams.ts";
import { installSubprocesses } from "./in_child/subprocesses.ts";
import { installTests } from "./in_child/tests.ts";
import { installTimers } from "./in_child/timers.ts";
import { installUncaught } from "./in_child/uncaught.ts";

const parts = [
  installNode,
  installSend,
  installStacks,
  installUncaught,
  installStreams,
  installSubprocesses,
  installInput,
  installJupyter,
  installModules,
  installTests,
  installTimers,
  installCells,
  installComms,
];

/** The name of the inspector's binding that sends texts to the session. */
export const BINDING = "__actbookSend";

/**
 * The program of the child, which it reads from its standard input. It lies in the notebook's folder
 * as far as imports are concerned.
 */
export function bootScript(settings: ChildSettings): string {
  return `import { AsyncLocalStorage } from "node:async_hooks";
// Deno waits for the inspector, but not for what the inspector is asked first.
while (!globalThis.${BINDING}) await new Promise((resolve) => setTimeout(resolve, 1));
{
  const child = {
    deno: Deno,
    settings: ${JSON.stringify(settings)},
    raw: globalThis.${BINDING},
    context: new AsyncLocalStorage(),
    current: 0,
    lines: new Map(),
    labels: new Map(),
    stopped: new Set(),
    origins: new WeakMap(),
    positions: new Map(),
    inserted: new Map(),
    later: setImmediate,
    resolve: (specifier) => import.meta.resolve(specifier),
    load: (specifier, options) => import(specifier, options),
    forCells: {},
    dress: {},
    dressed: new Map(),
  };
  delete globalThis.${BINDING};
  const globals = Object.getOwnPropertyNames(globalThis);
  ${parts.map((part) => `(${part})(child);`).join("\n  ")}
  const dressed = Object.create(Deno, child.dress);
  Object.defineProperty(globalThis, "Deno", { value: dressed, configurable: true, writable: true });
  Object.defineProperty(globalThis, "__actbook", { value: child.forCells });
  // It ignores a Ctrl-C meant for the session, and it lives until the session ends it.
  dressed.addSignalListener("SIGINT", () => {});
  setInterval(() => {}, 2 ** 30);
  child.send("ready", { globals });
}
`;
}
