import { findNotebooks, SKIP_VERIFY, verifyNotebook } from "../notebook/mod.ts";
import { takesNotebooks, takesTimeout } from "./_arguments.ts";
import type { Command } from "./_commander.ts";
import { counts, failed, forNotebooks, plural } from "./_for_notebooks.ts";
import type { Act } from "./_subcommand.ts";

interface Options {
  readonly jobs: number;
  readonly timeout: number;
}

const HELP = `
Nothing is written. The outputs of a cell tagged "${SKIP_VERIFY}" are not compared: tag cells that
show timings.`;

/** `actbook verify`. */
export function verifyCommand(program: Command, act: Act): void {
  const command = program.command("verify")
    .description("Run notebooks again and compare with what they hold.")
    .addHelpText("after", HELP);
  takesTimeout(takesNotebooks(command))
    .action((paths: string[], options: Options) => act((signal) => verify(paths, options, signal)));
}

async function verify(paths: string[], options: Options, signal: AbortSignal): Promise<boolean> {
  const { jobs, timeout } = options;
  const notebooks = await findNotebooks(paths);
  return await forNotebooks(notebooks, { jobs, signal }, async ({ path }, _, context) => {
    const verified = await verifyNotebook(path, { timeout, ...context });
    const { differences } = verified;
    const report = differences.flatMap(({ cell, what, lines }) => [
      `${path}, cell ${cell}, ${what}:`,
      ...lines.map((line) => `    ${line}`),
    ]);
    if (verified.failure) {
      const outcome = failed(path, verified);
      return { ...outcome, report: [...report, ...outcome.report!] };
    }
    const result = differences.length === 0 ? "ok" : plural(differences.length, "difference");
    return { ...counts(verified), result, report };
  });
}
