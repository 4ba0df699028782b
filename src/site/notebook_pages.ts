import { exporterOf } from "../export/mod.ts";
import { readNotebook } from "../notebook/mod.ts";
import { escapeHtml } from "./_html.ts";
import type { Link, Page } from "./_site.ts";

/** Where notebooks are, and where their pages go. */
const folders = [
  {
    from: "notebooks",
    to: "notebooks",
    run: "Run in this page",
    hint: "Cells become editable and run in your browser.",
  },
  {
    from: "notebooks/zh",
    to: "zh",
    run: "在本页运行",
    hint: "单元格可以编辑，并在您的浏览器中运行。",
  },
];

/**
 * The notebooks as pages, with what their cells need to run in them.
 *
 * @param root the folder of the repository
 * @param folder the folder of the site that is being built
 * @param link how pages are addressed
 * @returns the pages
 */
export async function notebookPages(root: string, folder: string, link: Link): Promise<Page[]> {
  const pages: Page[] = [];
  for (const { from, to, run, hint } of folders) {
    const names = await notebooksIn(`${root}${from}`);
    const found = names.map((name) => ({
      path: `${root}${from}/${name}.ipynb`,
      below: `${to}/${name}.ipynb`,
    }));
    const output = `${folder}/src/content/docs`;
    const exporter = await exporterOf(found, { to: "md", flavour: "starlight", output });
    for (const [k, { path }] of found.entries()) {
      const { files: [file] } = await exporter.one(path);
      const [, title, text] = /^---\ntitle: (.*)\n(?:[^]*?\n)?---\n([^]*)$/.exec(
        await Deno.readTextFile(file),
      )!;
      const { cells } = await readNotebook(path);
      const sources = cells.filter(({ type }) => type === "code").map(({ source }) => source);
      const data = `notebooks-files/${to}-${names[k]}.json`;
      await Deno.mkdir(`${folder}/public/notebooks-files`, { recursive: true });
      await Deno.writeTextFile(`${folder}/public/${data}`, JSON.stringify(sources));
      const bar =
        `<div class="run-bar not-content" data-notebook="${link(data)}" data-base="${
          link("")
        }"><button type="button">${run}</button><span>${escapeHtml(hint, "attribute")}</span>` +
        `<span role="status"></span></div>`;
      pages.push({
        path: `${to}/${names[k]}`,
        title: JSON.parse(title),
        description: `${JSON.parse(title)} A notebook with its results, to run in the page`,
        // The map of the notebooks is the side of every page here.
        body: `${bar}\n\n${
          text.replace(/\]\((?:\.\.?\/)*readme(?:\.md|\/)?\)/gi, `](${link("")})`)
        }`,
      });
    }
  }
  await copyFiles(`${root}notebooks/certificates`, `${folder}/public/notebooks-files/certificates`);
  return pages;
}

/** The names of the notebooks in a folder, in order; none if it is not there. */
async function notebooksIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  return entries.map(({ name }) => name).filter((name) => name.endsWith(".ipynb"))
    .map((name) => name.replace(/\.ipynb$/, "")).sort();
}

async function copyFiles(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name } of Deno.readDir(from)) {
    await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}
