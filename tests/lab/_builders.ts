/**
 * Builders of documentation, in an environment of their own: the notebooks go in as they are, with
 * the configuration that src/export/README.md gives, and pages of HTML come out.
 *
 * @module
 */

import { pythonEnvironment } from "./_environment.ts";

const root = new URL("../../", import.meta.url);

/** A builder: the files it needs besides the notebooks, and the commands that make pages of them. */
export interface Builder {
  readonly name: string;
  /** The environment it is in; that of most builders if not given. */
  readonly environment?: "jupyter-book";
  /** Files by path, in the folder of the notebooks. */
  readonly files: (guide: string) => Readonly<Record<string, string>>;
  readonly command: readonly string[];
  /** Where the page of a notebook is, from the folder of the notebooks. */
  readonly page: (notebook: string) => string;
}

/** The code block of the guide that begins with a text. */
function block(guide: string, beginning: string): string {
  const found = [...guide.matchAll(/```\w+\n([^]*?)```/g)].map(([, code]) => code)
    .find((code) => code.startsWith(beginning));
  if (found) return found;
  throw new Error(`The guide has no block that begins with ${beginning}`);
}

const sphinx = (name: string, ...extensions: readonly string[]): Builder => ({
  name,
  files: (guide) => ({
    "conf.py":
      `project = "Notebooks"\nextensions = ${JSON.stringify(extensions)}\nhtml_theme = "furo"\n` +
      block(guide, "# conf.py"),
    "index.rst": "Notebooks\n=========\n\n.. toctree::\n   :glob:\n\n   *\n",
  }),
  command: ["sphinx-build", "-q", "-W", "-b", "html", ".", "pages"],
  page: (notebook) => `pages/${notebook}.html`,
});

/** The builders, by what they are called. */
export const builders: readonly Builder[] = [
  sphinx("MyST-NB", "myst_nb"),
  sphinx("nbsphinx", "nbsphinx", "myst_parser"),
  {
    // Its versions of Sphinx and MyST-Parser are older than those of the others.
    name: "Jupyter Book 1",
    environment: "jupyter-book",
    files: (guide) => ({
      "_config.yml": block(guide, "# _config.yml"),
      "_toc.yml": block(guide, "# _toc.yml"),
      "outputs.py": block(guide, "# conf.py"),
    }),
    command: ["jupyter-book", "build", ".", "-W", "-q"],
    page: (notebook) => `_build/html/${notebook}.html`,
  },
  {
    name: "mkdocs-jupyter",
    files: (guide) => ({
      "../mkdocs.yml": "site_name: Notebooks\ndocs_dir: notebooks\nsite_dir: pages\n" +
        block(guide, "# mkdocs.yml"),
      "../hooks.py": block(guide, "# hooks.py"),
      "mathjax.js": block(guide, "// mathjax.js"),
    }),
    command: ["mkdocs", "build", "-q", "-s", "-f", "../mkdocs.yml"],
    page: (notebook) => `../pages/${notebook}/index.html`,
  },
  {
    name: "nbconvert",
    files: (guide) => ({
      "words/conf.json": block(guide, '{ "base_template"'),
      "words/index.html.j2": block(guide, '{% extends "lab/'),
    }),
    command: ["jupyter-nbconvert", "--to", "html", "--template", "words", "NOTEBOOKS"],
    page: (notebook) => `${notebook}.html`,
  },
];

/** The pages that a builder made; a warning is an error. */
export interface Built extends AsyncDisposable {
  /** The path of the page of each notebook. */
  readonly pages: readonly string[];
}

/** The folder of the program that nbsphinx needs, if it is there: it lies in a package of Python. */
async function pandoc(bin: string): Promise<string[]> {
  const code = "import pypandoc, os; print(os.path.dirname(pypandoc.get_pandoc_path()))";
  const { stdout } = await new Deno.Command(`${bin}/python`, { args: ["-c", code] }).output();
  return new TextDecoder().decode(stdout).trim().split("\n").filter((line) => line !== "");
}

/** Builds pages of all notebooks. */
export async function build(builder: Builder): Promise<Built> {
  const bin = await pythonEnvironment(builder.environment ?? "builders");
  const parent = await Deno.makeTempDir({ prefix: "actbook-builder-" });
  const folder = `${parent}/notebooks`;
  await Deno.mkdir(folder);
  const notebooks: string[] = [];
  for await (const { name } of Deno.readDir(new URL("notebooks/", root))) {
    if (/\.(?:ipynb|svg|md)$/.test(name)) {
      const text = await Deno.readTextFile(new URL(`notebooks/${name}`, root));
      // Those in other languages stay away: they are as many again, and of the same kinds.
      await Deno.writeTextFile(
        `${folder}/${name}`,
        text.replace(/\[([^\]]*)\]\(zh\/[^)]*\)/g, "$1"),
      );
    }
    if (name.endsWith(".ipynb")) notebooks.push(name.replace(/\.ipynb$/, ""));
  }
  notebooks.sort();
  const guide = await Deno.readTextFile(new URL("src/export/README.md", root));
  for (const [name, content] of Object.entries(builder.files(guide))) {
    await Deno.mkdir(`${folder}/${name}`.replace(/[^/]*$/, ""), { recursive: true });
    await Deno.writeTextFile(`${folder}/${name}`, content);
  }
  const [program, ...rest] = builder.command;
  const args = rest.flatMap((word) =>
    word === "NOTEBOOKS" ? notebooks.map((name) => `${name}.ipynb`) : word
  );
  const output = await new Deno.Command(`${bin}/${program}`, {
    args,
    cwd: folder,
    env: {
      PATH: [bin, ...await pandoc(bin), Deno.env.get("PATH")].join(":"),
      NO_MKDOCS_2_WARNING: "1",
    },
  }).output();
  const text = new TextDecoder();
  const log = text.decode(output.stdout) + text.decode(output.stderr);
  if (!output.success || /warning|missing/i.test(log)) {
    await Deno.remove(parent, { recursive: true });
    throw new Error(`${builder.name} complains:\n${log}`);
  }
  return {
    pages: notebooks.map((name) => `${folder}/${builder.page(name)}`),
    [Symbol.asyncDispose]: () => Deno.remove(parent, { recursive: true }),
  };
}
