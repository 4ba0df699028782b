import { assertEquals, assertStringIncludes } from "@std/assert";
import { readNotebook, runNotebook } from "../../src/notebook/mod.ts";
import { code, notebookText } from "../notebook/_notebooks.ts";

/** The repository, without a slash at its end. */
export const repository: string = new URL("../..", import.meta.url).pathname.slice(0, -1);

/** Seconds no cell comes near to, however slow the machine, and though packages are fetched. */
const timeout = 600;

/** Cells that show and save one of each, with Actbook imported from there. */
function cells(from: string): string[] {
  return [
    `import { activations, compare, gelu, geluTanh, gridOf, plot, show, surface } from "${from}";
const chart = plot(gelu);
const bowl = surface(gridOf((x, y) => x * x + y * y, { x: [-1, 1], y: [-1, 1] }));`,
    `await show(chart)`,
    `await show(compare(gelu, [geluTanh]))`,
    `await show(bowl)`,
    `await show(activations.mish)`,
    `for (const ending of ["svg", "png", "html", "json"]) await chart.save("chart." + ending);
await bowl.save("surface.html");
await chart.png().then((png) => Deno.writeFile("by-hand.png", png));`,
  ];
}

/** A folder elsewhere with these files, removed afterwards. */
export async function elsewhere(
  files: Readonly<Record<string, unknown>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "actbook-test-" }));
  try {
    for (const [name, content] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, JSON.stringify(content));
    }
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Runs a notebook there; its charts and tables are shown, and what it saves is what it should be. */
export async function drawsIn(folder: string, from: string): Promise<void> {
  const path = `${folder}/elsewhere.ipynb`;
  await Deno.writeTextFile(path, notebookText(cells(from).map((cell) => code(cell))));
  const { failure } = await runNotebook(path, { timeout });
  assertEquals(failure, undefined);
  const { cells: ran } = await readNotebook(path);
  const kinds = ran.map(({ outputs }) =>
    outputs.map((output) =>
      output.output_type === "display_data" ? Object.keys(output.data) : output
    )
  );
  const chart = ["application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain"];
  assertEquals(kinds[0], []);
  assertEquals(kinds[1], [chart]);
  assertEquals(kinds[2].length, 1);
  assertStringIncludes(JSON.stringify(kinds[2]), "text/html");
  assertEquals(kinds[3], [["application/vnd.plotly.v1+json", ...chart]]);
  assertEquals(kinds[4].length, 1);
  assertEquals(kinds[5], []);
  const start = async (name: string, bytes: number) =>
    String.fromCharCode(...(await Deno.readFile(`${folder}/${name}`)).slice(0, bytes));
  assertEquals(await start("chart.svg", 4), "<svg");
  assertEquals(await start("chart.png", 4), "\x89PNG");
  assertEquals(await start("by-hand.png", 4), "\x89PNG");
  assertEquals(await start("chart.html", 15), "<!doctype html>");
  assertEquals(await start("surface.html", 15), "<!doctype html>");
  assertEquals(await start("chart.json", 1), "{");
}

/** What a plain program that draws a chart prints as warnings, if it is started there. */
export async function warningsIn(folder: string, from: string): Promise<string> {
  const program = `import { gelu, plot } from "${from}"; await plot(gelu).save("program.svg");`;
  await Deno.writeTextFile(`${folder}/program.ts`, program);
  const { stderr } = await deno(folder, "run", "-A", "program.ts");
  assertStringIncludes(await Deno.readTextFile(`${folder}/program.svg`), "</svg>");
  return stderr.split("\n").filter((line) => !line.startsWith("Download ")).join("\n");
}

/** Deno, started in a folder. */
export async function deno(cwd: string, ...args: string[]): Promise<{ stderr: string }> {
  const { stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  return { stderr: new TextDecoder().decode(stderr) };
}
