import { ChildProcess, type Hearing } from "./_child_process.ts";
import type { Scope } from "./code/scope.ts";
import type { RanCell } from "./ran_cell.ts";
import type { SessionOptions } from "./session_options.ts";

/** A process of cells, and what is known of it: all this goes with the process. */
export interface Life {
  readonly child: ChildProcess;
  /** What its cells have declared. */
  readonly scope: Scope;
  /** The cells that ran in it, in order. */
  readonly cells: RanCell[];
  /** What `Deno.exit` was called with. */
  exit?: number;
  /** Pending while what an interrupt has met comes to its end. */
  recovering: Promise<unknown>;
}

export const compiler = () => import("./_compiler.ts");
const OUTPUT_LIMIT = 2 ** 27, VALUE_LIMIT = 1_000_000;

/** Starts a process of cells. */
export async function startLife(
  { cwd, permissions, flags, deno, env, colours, outputLimit, onStarting }: SessionOptions,
  hear: Hearing,
): Promise<Life> {
  const begun = Promise.withResolvers<void>();
  const starting = ChildProcess.start({
    deno: deno ?? Deno.execPath(),
    cwd,
    flags: [...permissions ?? ["--allow-all"], ...flags ?? []],
    env: env ?? Deno.env.toObject(),
    settings: {
      colours: colours ?? !Deno.noColor,
      valueLimit: VALUE_LIMIT,
      outputLimit: outputLimit ?? OUTPUT_LIMIT,
    },
    onStarting: begun.resolve,
    ...hear,
  });
  // The compiler is loaded, and tried, which takes a while, when nothing waits for this process.
  await Promise.race([begun.promise, starting]);
  onStarting?.();
  const { Scope, compilerOptions, compileCell } = await compiler();
  await compileCell("0", new Scope());
  const child = await starting;
  const scope = new Scope(child.globals, compilerOptions(cwd));
  return { child, scope, cells: [], recovering: Promise.resolve() };
}
