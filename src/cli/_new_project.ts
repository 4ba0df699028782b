/** Where a new project gets Actbook from: a checkout on this machine, or npm. */
export type Origin =
  | { readonly checkout: string }
  | { readonly version: string };

/** The files of a new project, by path. */
export function newProject(origin: Origin, denoVersion: string): Record<string, string> {
  const { from, command, remark } = "checkout" in origin
    ? {
      from: { links: [origin.checkout] },
      command: "jsr:@actbook/actbook/cli",
      remark: `\n# deno.json links to Actbook in ${
        JSON.stringify(origin.checkout)
      }: it has to be there too.`,
    }
    : {
      from: { imports: { "@actbook/actbook": `npm:@actbook/actbook@${origin.version}` } },
      command: `npm:@actbook/actbook@${origin.version}`,
      remark: "",
    };
  const task = (subcommand: string, description: string) => ({
    description,
    command: `deno run -A ${command} ${subcommand} .`,
  });
  const config = {
    ...from,
    tasks: {
      notebooks: task("run", "Run every notebook and store what its cells show"),
      check: task("check", "Check the types of the cells"),
      verify: task("verify", "Run every notebook again and compare with what is stored"),
    },
  };
  return {
    "deno.json": `${JSON.stringify(config, null, 2)}\n`,
    "my-function.ipynb": `${JSON.stringify(notebook(), null, 1)}\n`,
    ".gitignore": "node_modules/\n.ipynb_checkpoints/\n",
    ".github/workflows/notebooks.yml": `name: notebooks
on: [push, pull_request]
${remark}
jobs:
  notebooks:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npx -y deno@${denoVersion} task check
      - run: npx -y deno@${denoVersion} task verify
`.replace("\n\n\n", "\n\n"),
  };
}

const cells: readonly (readonly ["markdown" | "code", string])[] = [
  [
    "markdown",
    "# My function\n\nChange `f` below and run the notebook: how far is it from GELU, and where?",
  ],
  [
    "code",
    'import { compare, defineActivation, gelu, plot, show } from "@actbook/actbook";',
  ],
  [
    "code",
    `const mine = defineActivation({
  id: "mine",
  title: "mine",
  f: (x) => x / (1 + Math.exp(-1.6 * x)),
});`,
  ],
  ["markdown", "The two curves, and their slopes:"],
  ["code", "await show(plot([gelu, mine], { derivatives: 1 }))"],
  ["markdown", "The largest differences, and where they are:"],
  ["code", "await show(compare(gelu, [mine]).table())"],
];

/** The first notebook: a chart and a table of a function of one's own. */
function notebook(): unknown {
  return {
    cells: cells.map(([type, source], i) => ({
      cell_type: type,
      ...(type === "code" ? { execution_count: null } : {}),
      id: `cell-${i + 1}`,
      metadata: {},
      ...(type === "code" ? { outputs: [] } : {}),
      source: source.split(/(?<=\n)/),
    })),
    metadata: {
      kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
      language_info: { file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}
