/** The MIME type of the message that marks the end of a cell's outputs. */
export const MARKER = "application/x-actbook-end-of-cell";

/**
 * Runs once, unseen, before the first cell.
 *
 * The kernel swallows unhandled rejections, and after an exception in a timer a pending await never
 * ends; both are reported as the error outputs they are. And it leaves behind a function that sends
 * a marker down the same queue as the outputs: when the marker arrives, every output has.
 */
export const prelude = `{
  const { broadcast } = Deno.jupyter;
  const later = setImmediate;
  const send = async (type, content) => await broadcast(type, content);
  const report = (event, reason) => {
    event.preventDefault();
    const known = reason instanceof Error;
    const ename = known ? reason.name : "Error";
    const evalue = known ? reason.message : String(reason);
    const stack = known ? (reason.stack ?? "").split("\\n") : [];
    const own = stack.filter((line) => !/^\\s+at .*\\(ext:/.test(line));
    const traceback = ["Uncaught " + (own[0] ?? ename + ": " + evalue), ...own.slice(1)];
    send("error", { ename, evalue, traceback }).catch(() => {});
  };
  addEventListener("unhandledrejection", (event) => report(event, event.reason));
  addEventListener("error", (event) => report(event, event.error));
  Object.defineProperty(globalThis, Symbol.for("${MARKER}"), {
    value: async (id) => {
      await new Promise((resolve) => later(resolve)); // lets rejections be reported
      await send("display_data", { data: { "${MARKER}": id }, metadata: {}, transient: {} });
    },
  });
}`;

/** The unseen code after each cell. */
export function endOfCell(id: string): string {
  return `await globalThis[Symbol.for("${MARKER}")]("${id}")`;
}
