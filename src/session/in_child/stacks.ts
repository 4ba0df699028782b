import type { Child, ErrorReport } from "./child.ts";

/** Stacks name cells and files and leave out what is not the program's. */
export function installStacks(child: Child): void {
  const { deno, labels, lines, positions, inserted, settings, origins } = child;
  const CELL = /^cell:(\d+)$/;

  child.place = (file, line, column) => {
    if (file === "<anonymous>") return file;
    const cell = CELL.exec(file)?.[1];
    if (cell === undefined) return `${file.replace(/\?actbook=\d+$/, "")}:${line}:${column}`;
    const label = `cell ${labels.get(+cell) ?? cell}`;
    // The first line of the script is what had to run before the cell.
    const [row, from, width] = inserted.get(+cell) ?? [-1, 0, 0];
    if (line - 2 === row && column - 1 > from) column = Math.max(from + 1, column - width);
    const moved = positions.get(+cell)?.[line - 2] as [number, number, number][] | undefined;
    const nearest = moved?.findLast(([from]) => from <= column - 1) ?? moved?.[0];
    return nearest
      ? `${label}:${nearest[1] + 1}:${nearest[2] + 1}`
      : `${label}:${Math.max(1, line - 1)}:${column}`;
  };
  // deno-lint-ignore no-explicit-any
  const describe = (frame: any): string | undefined => {
    const file = frame.getScriptNameOrSourceURL() || frame.getFileName() || "<anonymous>";
    const cell = CELL.exec(file)?.[1], line = frame.getLineNumber() ?? 0;
    // What has to run before and after a cell stands above and below its lines; lines that come from
    // nowhere are the compiler's.
    const isOurs = cell !== undefined &&
        (line === 1 || line > 1 + (lines.get(+cell) ?? Infinity) ||
          positions.has(+cell) && !positions.get(+cell)[line - 2]?.length) ||
      file.endsWith("$deno$stdin.js");
    if (isOurs || /^(ext|node):/.test(file)) return;
    const place = child.place(file, line, frame.getColumnNumber() ?? 0);
    const own = frame.getFunctionName()?.replace(/^__actbook_/, "");
    const method = own && !frame.isToplevel() && !frame.isConstructor() && frame.getTypeName();
    const name = own && (method && !own.includes(".") ? `${method}.${own}` : own);
    const words = (frame.isAsync() ? "async " : "") + (frame.isConstructor() ? "new " : "");
    return `    at ${words}${name ? `${name} (${place})` : place}`;
  };
  Error.prepareStackTrace = (error, frames) => {
    const files = frames.map((frame) => CELL.exec(frame.getScriptNameOrSourceURL() ?? "")?.[1]);
    const cell = files.find((each) => each !== undefined);
    if (cell !== undefined) origins.set(error, Number(cell));
    let head = "Error";
    try {
      head = Error.prototype.toString.call(error);
    } catch {
      // A getter of the error threw.
    }
    return [head, ...frames.map(describe).filter((line) => line !== undefined)].join("\n");
  };
  child.report = (reason): ErrorReport => {
    const text = (make: () => unknown, otherwise: string): string => {
      try {
        return String(make());
      } catch {
        return otherwise;
      }
    };
    const inspect = () => deno.inspect(reason, { colors: settings.colours });
    if (!(reason instanceof Error)) {
      const evalue = text(() => deno.inspect(reason), "a value that cannot be shown");
      return {
        ename: "Thrown",
        evalue,
        traceback: `Thrown: ${text(inspect, evalue)}`.split("\n"),
      };
    }
    const ename = text(() => reason.name, "Error"), evalue = text(() => reason.message, "");
    // An error without a place stands in brackets.
    const shown = text(inspect, `${ename}: ${evalue}`).replace(/^\[(.*)\]$/s, "$1");
    return { ename, evalue, traceback: shown.split("\n") };
  };
}
