import { activations } from "../../activations/catalogue.ts";
import { vectorActivations } from "../../activations/vector/catalogue.ts";
import { type DocSymbol, readDocs } from "../docs.ts";
import type { Link, Page } from "../_site.ts";
import { accuracyPage } from "./accuracy_page.ts";
import { auditPage } from "./audit_page.ts";
import { bugsPage } from "./bugs_page.ts";
import { guidePages } from "./guide_pages.ts";
import { referencePages } from "./reference_pages.ts";
import { formulaSheetPage } from "./formula_sheet_page.ts";
import { functionPage } from "./function_page.ts";
import { functionsPage } from "./functions_page.ts";
import { mapPage } from "./map_page.ts";
import { namesPage } from "./names_page.ts";
import { speedPage } from "./speed_page.ts";
import { vectorPage } from "./vector_page.ts";
import { whichOnePage } from "./which_one_page.ts";

const functions = "src/activations/all.ts";
const vectors = "src/activations/vector/all.ts";

/**
 * Every page of the site but the first and the notebooks.
 *
 * @param root the folder of the repository
 * @param link how pages are addressed
 * @returns the pages, in the order of the sidebar
 */
export async function allPages(root: string, link: Link): Promise<Page[]> {
  const docs = await readDocs(root, [functions, vectors]);
  const docOf = (file: string, id: string): DocSymbol => {
    const found = docs.get(file)!.symbols.find(({ name }) => name === id);
    if (!found) throw new Error(`Cannot make the page of ${id} as it must have a docstring`);
    return found;
  };
  return [
    functionsPage(link),
    mapPage(link),
    await whichOnePage(root, link),
    namesPage(link),
    bugsPage(),
    accuracyPage(link),
    speedPage(link),
    formulaSheetPage(link),
    auditPage(link),
    ...Object.values(activations).map((f) => functionPage(f, docOf(functions, f.id), link)),
    ...Object.values(vectorActivations).map((f) => vectorPage(f, docOf(vectors, f.id), link)),
    ...await guidePages(root, link),
    ...await referencePages(root, link),
  ];
}
