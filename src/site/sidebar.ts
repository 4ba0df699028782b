import { activations } from "../activations/catalogue.ts";
import { vectorActivations } from "../activations/vector/catalogue.ts";
import type { Page } from "./_site.ts";
import { pageOf } from "./_site.ts";

interface Item {
  readonly label: string;
  readonly link: string;
}

interface Group {
  readonly label: string;
  readonly items: readonly (Item | Group)[];
  readonly collapsed?: boolean;
}

/** The pages of the atlas that are about all functions. */
const overviews: readonly (readonly [label: string, path: string])[] = [
  ["All functions", "functions"],
  ["Family map", "map"],
  ["Which one should I use?", "which-one"],
  ["Names in the frameworks", "names"],
  ["Known bugs", "bugs"],
  ["How accurate they are", "accuracy"],
  ["How fast they are", "speed"],
  ["Formula sheet", "formula-sheet"],
  ["The article, checked", "audit"],
];

/**
 * The list of pages at the side.
 *
 * @param pages all pages
 * @returns what Starlight calls a sidebar, with the pages that there are
 */
export function sidebar(pages: readonly Page[]): readonly (Item | Group)[] {
  const there = new Set(pages.map(({ path }) => path));
  const items = (list: readonly (readonly [label: string, path: string])[]) =>
    list.filter(([, path]) => there.has(path)).map(([label, path]) => ({
      label,
      link: `/${path}/`,
    }));
  const below = (folder: string) =>
    pages.filter(({ path }) => path.startsWith(`${folder}/`))
      .map(({ title, path, head }) => ({ label: `${head?.short ?? title}`, link: `/${path}/` }));
  const groups: Group[] = [
    {
      label: "The atlas",
      items: items(overviews),
    },
    { label: "Functions", items: Object.values(activations).map(itemOf) },
    { label: "Functions of vectors", items: Object.values(vectorActivations).map(itemOf) },
    { label: "Notebooks", items: below("notebooks") },
    { label: "笔记本", items: below("zh") },
    { label: "Guides", items: below("guides") },
    { label: "Reference", items: below("reference"), collapsed: true },
  ];
  return groups.filter((group) => group.items.length > 0);
}

/** Where a reader of the first page, which has no list at its side, goes on: a page of each kind. */
export function doorsTo(
  pages: readonly Page[],
): readonly (readonly [label: string, path: string])[] {
  const there = (path: string) => pages.find((page) => page.path.startsWith(path));
  const folders = [
    ["Notebooks", "notebooks/"],
    ["笔记本", "zh/"],
    ["Guides", "guides/"],
    ["Reference", "reference/"],
  ] as const;
  const first = folders.flatMap(([label, folder]) => {
    const page = there(folder);
    return page ? [[label, page.path] as const] : [];
  });
  return [...overviews.slice(1).filter(([, path]) => there(path)), ...first];
}

function itemOf({ id, title }: { readonly id: string; readonly title: string }): Item {
  return { label: title, link: `/${pageOf(id)}` };
}
