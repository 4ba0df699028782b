import type { Child } from "./child.ts";

/**
 * Errors that nothing caught and rejections that nobody handled are errors of the cell they arose in,
 * unless a listener of the program's deals with them, as the web or as Node has it.
 */
export function installUncaught(child: Child): void {
  const { context, origins } = child;
  // deno-lint-ignore no-explicit-any
  type Any = any;
  let process: Any;
  child.whenNode((node) => process = node.process);
  const tell = (reason: unknown) => child.send("error", child.report(reason));
  /** Keeps the runtime from ending; says later whether a listener wanted to. */
  const kept = (event: Event): () => boolean => {
    let handled = false;
    event.preventDefault();
    Object.defineProperty(event, "preventDefault", { value: () => void (handled = true) });
    return () => handled;
  };
  /** Whether the program listens to this as Node's programs do. */
  const emitted = (name: string, reason: unknown, more: unknown): boolean => {
    if (!(process?.listenerCount(name) > 0)) return false;
    process.emit(name, reason, more);
    return true;
  };
  /** What a worker threw that nothing there caught is known by its words alone. */
  const reasonOf = ({ error, message, filename, lineno, colno }: ErrorEvent): unknown => {
    if (error !== null || !filename) return error;
    const place = filename.startsWith("data:") ? "" : `\n    at ${filename}:${lineno}:${colno}`;
    const text = message.replace(/^Uncaught (\(in promise\) )?(Error: )?/, "");
    return Object.assign(new Error(text), {
      stack: `Error: ${text}${place}`,
    });
  };
  addEventListener("error", (event) => {
    const handled = kept(event), reason = reasonOf(event);
    // In a timer, the runtime has lost the cell by now.
    const made = reason instanceof Error && reason.stack ? origins.get(reason) : undefined;
    const cell = made ?? context.getStore() ?? child.current;
    context.run(cell, () =>
      void Promise.resolve().then(() => {
        if (!handled() && !emitted("uncaughtException", reason, "uncaughtException")) tell(reason);
      }));
  });
  // A rejected promise may turn out to be the cell's value, which is shown instead.
  const WAIT = 50, setTimer = setTimeout, clearTimer = clearTimeout;
  const rejected = new Map<Promise<unknown>, () => void>();
  addEventListener("unhandledrejection", (event) => {
    const handled = kept(event);
    const { promise, reason } = event, cell = context.getStore() ?? child.current;
    const now = () => {
      clearTimer(timer);
      if (!rejected.delete(promise) || handled()) return;
      context.run(cell, () => {
        if (!emitted("unhandledRejection", reason, promise)) tell(reason);
      });
    };
    const timer = setTimer(now, WAIT);
    rejected.set(promise, now);
  });
  child.tellRejections = (value) => {
    rejected.delete(value as Promise<unknown>);
    for (const now of rejected.values()) now();
  };
}
