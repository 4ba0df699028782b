import { LanguageService } from "../../../src/kernel/language/language_service.ts";

/** Runs `use` with a service for a folder that holds these files, and removes both. */
export async function withService(
  files: Readonly<Record<string, string>>,
  use: (service: LanguageService, folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "actbook-test-" }));
  const service = new LanguageService({ folder });
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    await use(service, folder);
  } finally {
    await service.stop();
    await Deno.remove(folder, { recursive: true });
  }
}

/** Takes the mark `|` out of a cell: the cell, and where the mark stood. */
export function marked(cell: string): [code: string, offset: number] {
  const offset = cell.indexOf("|");
  return [cell.slice(0, offset) + cell.slice(offset + 1), offset];
}
