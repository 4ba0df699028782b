import { versionNote } from "../notebook/_version_note.ts";
import { findNotebooks, SKIP_VERIFY, VERIFY_LAX, verifyNotebook } from "../notebook/mod.ts";
import { executeOptions, type RunningOptions, takesNotebooks, takesRunning } from "./_arguments.ts";
import type { Command } from "./_commander.ts";
import { forNotebooks } from "./_for_notebooks.ts";
import { counts, failedResult, failureFinding, type Finding, plural } from "./_outcome.ts";
import type { Act } from "./_subcommand.ts";
import { unchanged } from "./_unchanged.ts";

interface Options extends RunningOptions {
  readonly sanitize?: string;
}

const HELP = `
Nothing is written. What is not the same from run to run is left out by tags of its cell:
  ${SKIP_VERIFY}             nothing is compared, for instance timings
  ${VERIFY_LAX}              only the kinds of outputs and their MIME types
  verify-ignore-stdout    all but that stream; verify-ignore-stderr too
  verify-tolerance=1e-9   numbers may differ by that relative error
or by patterns that are replaced first, in nbval's format:
  [dates]
  regex: \\d{4}-\\d\\d-\\d\\d
  replace: DATE

A notebook that was verified and has not changed since, nor the modules it imports, deno.json, the
lock file or Deno, is not run again.`;

/** `actbook verify`. */
export function verifyCommand(program: Command, act: Act): void {
  const command = program.command("verify")
    .description("Run notebooks again and compare with what they hold.")
    .addHelpText("after", HELP);
  takesRunning(takesNotebooks(command))
    .option("--sanitize <file>", "patterns to replace before comparing, as nbval has them")
    .action((paths: string[], options: Options) => act((signal) => verify(paths, options, signal)));
}

async function verify(paths: string[], options: Options, signal: AbortSignal): Promise<boolean> {
  const { sanitize, exclude } = options;
  const notebooks = await findNotebooks(paths, { exclude, translations: false });
  const patterns = sanitize === undefined ? null : await Deno.readTextFile(sanitize);
  const cache = await unchanged("verify", options, patterns);
  return await forNotebooks(notebooks, { ...options, signal }, async ({ path }, _, context) => {
    const known = await cache.known(path);
    if (known) return known;
    const verified = await verifyNotebook(path, {
      ...executeOptions(options),
      ...context,
      sanitize,
    });
    const { differences, failures, notebook } = verified;
    const findings: Finding[] = [
      ...differences.map(({ what, ...more }) => ({
        kind: "difference" as const,
        title: `, ${what}:`,
        ...more,
      })),
      ...failures.map(failureFinding),
    ];
    const ok = findings.length === 0;
    const result = failures.length > 0
      ? failedResult(failures)
      : ok
      ? "ok"
      : plural(differences.length, "difference");
    if (ok) await cache.remember(path, notebook.text);
    const note = versionNote(notebook);
    return { ...counts(verified), result, ok, findings, notes: note ? [note] : [], notebook };
  });
}
