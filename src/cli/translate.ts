import { print } from "./_print.ts";
import { type FolderProblem, translateFolder } from "../notebook/mod.ts";
import type { Command } from "./_commander.ts";
import type { Act } from "./_subcommand.ts";

interface Options {
  readonly check?: boolean;
}

const HELP = `
A folder of translations lies in that of the originals. For each notebook it has a file of prose:
  <!-- translates ../01-first.ipynb into zh-CN -->
  <!-- cell-01 0f3a99c2 -->
  # 第一章
with the id of each Markdown cell, and the digest of the text that was translated. The notebook is made
of it and of the original's code; outputs that it has stay where the code does, and "actbook run" makes
the rest. A page such as ../README.md is translated in the same way, section by section.

If the folder has a texts.ts, its notebooks import it first: there translations.use(…) of
@actbook/actbook/display says what titles, heads and reasons are called.

What is missing, stale, orphaned or outdated is listed, and makes the exit code 1.`;

/** `actbook translate`. */
export function translateCommand(program: Command, act: Act): void {
  program.command("translate")
    .description("Make notebooks in another language, and tell what is not translated.")
    .argument("<folder>", "the folder of the translations, in that of the originals")
    .option("--check", "write nothing; tell which notebooks would be written too")
    .addHelpText("after", HELP)
    .action((folder: string, options: Options) => act(() => translate(folder, options)));
}

async function translate(folder: string, { check }: Options): Promise<boolean> {
  const { files, changed, problems } = await translateFolder(folder, { write: !check });
  for (const problem of problems) print(sentence(problem));
  if (!check) { for (const path of changed) print(`${path}: made; actbook run shows its outputs`); }
  print(`${files} files of prose, ${problems.length} problems`);
  return problems.length === 0;
}

function sentence({ path, kind, id, digest }: FolderProblem): string {
  const place = id === undefined ? path : `${path}: ${id}`;
  switch (kind) {
    case "missing":
      return `${place}: not translated${
        digest ? `; write <!-- ${id} ${digest} --> before it` : ""
      }`;
    case "stale":
      return `${place}: translates a text that has changed; its digest is ${digest} now`;
    case "orphaned":
      return `${place}: translates what is no longer there`;
    case "outdated":
      return `${place}: not what is made of the original and the prose; run actbook translate`;
  }
}
