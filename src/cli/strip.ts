import { print, write } from "./_print.ts";
import { writeWhole } from "../notebook/_write_whole.ts";
import { findNotebooks, stripNotebook } from "../notebook/mod.ts";
import { several } from "./_arguments.ts";
import type { Command } from "./_commander.ts";
import type { Act } from "./_subcommand.ts";

interface Options {
  readonly check?: boolean;
  readonly exclude?: readonly string[];
  readonly keep?: readonly string[];
}

const HELP = `
Outputs, execution counts and the metadata that runs and editors leave are taken out; every other byte
stays. Cells tagged "keep-output" or "keep_output" keep theirs. Without a notebook it is a filter from
standard input to standard output, so that Git can keep outputs out of a repository:
  git config filter.actbook.clean "actbook strip"
  echo "*.ipynb filter=actbook" >> .gitattributes
or pre-commit can refuse them (.pre-commit-config.yaml):
  - repo: local
    hooks:
      - id: actbook-strip
        name: notebooks without outputs
        entry: actbook strip --check
        language: system
        files: \\.ipynb$`;

/** `actbook strip`. */
export function stripCommand(program: Command, act: Act): void {
  program.command("strip")
    .description("Take outputs out of notebooks.")
    .argument("[notebook or folder...]", "notebooks, and folders to search; standard input if none")
    .option("--check", "write nothing; tell which notebooks hold outputs, with exit code 1")
    .option("--exclude <glob>", "leave out notebooks; repeat for more", several)
    .option("--keep <tag>", "keep the outputs of cells with this tag; repeat for more", several)
    .addHelpText("after", HELP)
    .action((paths: string[], options: Options) => act(() => strip(paths, options)));
}

async function strip(paths: string[], options: Options): Promise<boolean> {
  if (paths.length === 0) return await filter(options);
  const found: string[] = [];
  const { exclude, keep } = options;
  for (const { path } of await findNotebooks(paths, { exclude })) {
    const text = await Deno.readTextFile(path);
    const stripped = stripNotebook(text, { keep }, path);
    if (stripped === text) continue;
    found.push(path);
    if (!options.check) writeWhole(path, stripped);
  }
  for (const path of found) print(options.check ? `${path} holds outputs` : path);
  return !options.check || found.length === 0;
}

async function filter(options: Options): Promise<boolean> {
  const text = await new Response(Deno.stdin.readable).text();
  const stripped = stripNotebook(text, { keep: options.keep }, "standard input");
  if (options.check) return stripped === text;
  write(stripped);
  return true;
}
