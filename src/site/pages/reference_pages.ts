import { activations } from "../../activations/catalogue.ts";
import { vectorActivations } from "../../activations/vector/catalogue.ts";
import { declarationPart } from "../parts/declaration_part.ts";
import { docMarkdown, type DocSymbol, type DocTag, readDocs } from "../docs.ts";
import { type Link, type Page, pageOf } from "../_site.ts";

/**
 * The reference: a page for each door of the package, made of its docstrings.
 *
 * @param root the folder of the repository
 * @param link how pages are addressed
 * @returns the pages
 */
export async function referencePages(root: string, link: Link): Promise<Page[]> {
  const { exports } = JSON.parse(await Deno.readTextFile(`${root}deno.json`)) as {
    exports: Readonly<Record<string, string>>;
  };
  const doors = Object.entries(exports).filter(([door]) => door !== ".");
  const docs = await readDocs(root, doors.map(([, file]) => file));
  const files = new Set(
    [...docs.values()].flatMap(({ symbols }) => symbols).map(({ file }) => file),
  );
  const sources = new Map(
    await Promise.all(
      [...files].map(async (file) => [file, await Deno.readTextFile(`${root}${file}`)] as const),
    ),
  );
  const places = new Map<string, string>();
  for (const [door, file] of doors) {
    for (const { name } of docs.get(file)!.symbols) {
      if (!places.has(name)) {
        places.set(name, `${link(`reference/${door.slice(2)}/`)}#${anchor(name)}`);
      }
    }
  }
  for (const id of [...Object.keys(activations), ...Object.keys(vectorActivations)]) {
    places.set(id, link(pageOf(id)));
  }
  const placeOf = (name: string) => places.get(name.split(".")[0]);
  return doors.map(([door, file]) => {
    const room = door.slice(2);
    const { module, symbols } = docs.get(file)!;
    const shown = symbols.filter(({ name }) => !(name in activations || name in vectorActivations));
    const functions = symbols.length - shown.length;
    return {
      path: `reference/${room}`,
      title: `@actbook/actbook/${room}`,
      description: `Reference of the room ${room}: every function and type with examples`,
      head: { short: room, tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 } },
      body: [
        docMarkdown(module, placeOf),
        ...(functions > 0
          ? [
            `The ${functions} functions of the catalogue have [pages of their own](${
              link("functions/")
            }).`,
          ]
          : []),
        ...shown.map((symbol) => entry(symbol, sources.get(symbol.file)!, placeOf)),
      ].join("\n\n"),
    };
  });
}

/** The place of a name on its page, as Astro makes it of the heading. */
function anchor(name: string): string {
  return name.toLowerCase();
}

function entry(
  symbol: DocSymbol,
  source: string,
  placeOf: (name: string) => string | undefined,
): string {
  const { name, doc, tags } = symbol;
  const lines = tags.filter(({ kind }) => ["param", "return", "throws"].includes(kind))
    .map((tag) => `- ${label(tag)} ${docMarkdown(tag.doc ?? "", placeOf).replace(/\s+/g, " ")}`);
  const examples = tags.filter(({ kind, doc }) => kind === "example" && doc).map(({ doc }) => {
    const [title, ...rest] = doc!.split("\n");
    return title.startsWith("```") ? doc! : `${title}:\n\n${rest.join("\n")}`;
  });
  const declaration = `\`\`\`ts\n${declarationPart(symbol, source)}\n\`\`\``;
  return [`## ${name}`, declaration, docMarkdown(doc, placeOf), lines.join("\n"), ...examples]
    .filter((part) => part.trim() !== "").join("\n\n");
}

function label({ kind, name, ...rest }: DocTag): string {
  if (kind === "param") return `\`${name}\`:`;
  const type = (rest as { type?: string }).type;
  return kind === "return" ? "returns" : `throws${type ? ` \`${type}\`` : ""}`;
}
