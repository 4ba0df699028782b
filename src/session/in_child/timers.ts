import type { Child } from "./child.ts";

/** Timers of a cell that was interrupted do nothing more: a loop that sleeps in between ends there. */
export function installTimers(child: Child): void {
  // deno-lint-ignore no-explicit-any
  const scope = globalThis as any;
  for (const name of ["setTimeout", "setInterval", "setImmediate"]) {
    const original = scope[name];
    const wrapped = (callback: unknown, ...rest: unknown[]) => {
      const cell = child.context.getStore();
      if (typeof callback !== "function" || cell === undefined) return original(callback, ...rest);
      return original(function (this: unknown, ...args: unknown[]) {
        if (!child.stopped.has(cell)) return callback.apply(this, args);
      }, ...rest);
    };
    scope[name] = Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(original));
  }
}
