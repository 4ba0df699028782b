import type { Child, NodeParts } from "./child.ts";

/**
 * Node's side of the runtime takes a third of the start to load. So it is loaded when a program says
 * `process`, imports or prints something; or when no cell has run for a while, so that nobody waits.
 */
export function installNode(child: Child): void {
  const QUIET = 200;
  const setTimer = setTimeout, clearTimer = clearTimeout;
  // deno-lint-ignore no-explicit-any
  const scope = globalThis as any;
  const installs: ((node: NodeParts) => void)[] = [];
  const own = Object.getOwnPropertyDescriptor(scope, "process")!;
  let node: NodeParts | undefined;
  child.forCells.loaded = new Set<string>();
  child.node = () => {
    if (node) return node;
    child.loading = true;
    try {
      return node = load();
    } finally {
      child.loading = false;
    }
  };
  const load = (): NodeParts => {
    const before = Object.getOwnPropertyNames(scope);
    Object.defineProperty(scope, "process", own);
    const { process } = scope;
    const { readSync, writeSync } = process.getBuiltinModule("node:fs");
    const { registerHooks } = process.getBuiltinModule("node:module");
    const parts = { process, readSync, writeSync, registerHooks };
    for (const install of installs) install(parts);
    for (const name of Object.getOwnPropertyNames(scope)) {
      if (!before.includes(name)) child.forCells.loaded.add(name); // it is not the program's
    }
    return parts;
  };
  child.whenNode = (install) => void installs.push(install);
  Object.defineProperty(scope, "process", {
    get: () => child.node().process,
    set: (value) => {
      child.node();
      scope.process = value;
    },
    enumerable: own.enumerable,
    configurable: true,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  child.quiet = (isQuiet) => {
    clearTimer(timer);
    if (isQuiet && !node) timer = setTimer(child.node, QUIET);
  };
  child.quiet(true);
}
