import { originalPositionFor, TraceMap } from "npm:@jridgewell/trace-mapping@0.3.31";
import { plainEnvironment } from "./_environment.ts";
import { parseCell } from "../session/code/parse_cell.ts";
import { LAST_VALUE } from "./_prelude.ts";
import { showDropped } from "./_show_dropped.ts";

/** Where a place in emitted JavaScript comes from; lines and columns count from 1. */
type Places = (line: number, column: number) => { line: number; column: number } | undefined;

/** What the kernel puts before the code. */
const BEFORE = "'use strict'; void 0;".length;

/**
 * From places in the JavaScript that the kernel made of a cell to those in the cell. Deno is asked to
 * make it again, with a source map; undefined if it can not.
 */
export async function emittedPlaces(source: string): Promise<Places | undefined> {
  const sent = showDropped(source, LAST_VALUE);
  const emitted = likeTheKernel(sent);
  if (emitted === undefined) return undefined;
  const folder = await Deno.makeTempDir({ prefix: "actbook-" });
  try {
    for (const name of ["cell.tsx", "cell.ts"]) {
      await Deno.writeTextFile(`${folder}/${name}`, emitted);
      const { success, stdout } = await new Deno.Command(Deno.execPath(), {
        args: ["transpile", "--no-config", "--quiet", "--source-map", "inline", name],
        cwd: folder,
        env: plainEnvironment(),
        clearEnv: true,
      }).output();
      const map = /sourceMappingURL=data:application\/json;base64,(\S+)/
        .exec(new TextDecoder().decode(stdout))?.[1];
      if (success && map) return translation(map, source, sent);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The kernel keeps every import as one statement; Deno would drop those it finds unused. */
function likeTheKernel(source: string): string | undefined {
  let text = source, statements;
  try {
    ({ statements } = parseCell(source));
  } catch {
    return undefined;
  }
  const imports = statements
    .filter((node) => node.type === "ImportDeclaration" && node.importKind !== "type");
  for (const node of imports.reverse()) {
    const names = text.slice(node.start + "import".length, node.source.start);
    text = text.slice(0, node.start) + "import" + names.replace(/[^\n]/g, " ") +
      text.slice(node.source.start);
  }
  return text;
}

function translation(map: string, source: string, sent: string): Places {
  const trace = new TraceMap(new TextDecoder().decode(Uint8Array.fromBase64(map)));
  const lines = source.split("\n"), sentLines = sent.split("\n");
  return (line, column) => {
    const emitted = { line, column: column - 1 - (line === 1 ? BEFORE : 0) };
    if (emitted.column < 0) return undefined;
    const found = originalPositionFor(trace, emitted);
    if (found.line === null) return undefined;
    // What was put around the last value lies in the same line.
    const at = sentLines[found.line - 1].indexOf(`${LAST_VALUE}((`);
    const shift = at >= 0 && found.column > at ? LAST_VALUE.length + 2 : 0;
    const width = lines[found.line - 1].length;
    return { line: found.line, column: Math.max(1, Math.min(width, found.column - shift + 1)) };
  };
}
