import type { Child } from "./child.ts";

/**
 * Callbacks of timers run in a microtask: an interrupt ends a loop there, where in the timer itself it
 * would end the process. Those of an interrupted cell do nothing more: a loop that sleeps in between
 * ends there.
 */
export function installTimers(child: Child): void {
  const microtask = queueMicrotask;
  const wrap = (owner: Record<string, unknown>, name: string) => {
    // deno-lint-ignore no-explicit-any
    const original = owner[name] as (...args: any[]) => unknown;
    const wrapped = (callback: unknown, ...rest: unknown[]) => {
      if (typeof callback !== "function") return original(callback, ...rest);
      const cell = child.context.getStore();
      return original(function (this: unknown, ...args: unknown[]) {
        microtask(() => {
          if (cell === undefined || !child.stopped.has(cell)) callback.apply(this, args);
        });
      }, ...rest);
    };
    Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(original));
    owner[name] = wrapped;
    child.dressed.set(original, wrapped);
  };
  // deno-lint-ignore no-explicit-any
  const scope = globalThis as any;
  for (const name of ["setTimeout", "setInterval", "setImmediate"]) wrap(scope, name);
  child.whenNode(({ process }) => wrap(process, "nextTick"));
}
