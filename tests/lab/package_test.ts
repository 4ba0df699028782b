import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { build } from "esbuild";
import { readNotebook } from "../../src/notebook/mod.ts";
import { code, notebookText } from "../notebook/_notebooks.ts";
import { startBrowser } from "./_browser.ts";
import { type Registry, run, runWell, startRegistry } from "./_registry.ts";
import { startKernel } from "./_started_kernel.ts";

/** One registry for all tests of this file; the last one stops it. */
let registry: Registry;

Deno.test.beforeAll(async () => {
  registry = await startRegistry();
  installed = await install();
});

Deno.test.afterAll(async () => {
  await Deno.remove(installed, { recursive: true });
  await registry[Symbol.asyncDispose]();
});

/** An empty folder that finds the package, removed afterwards. */
async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "actbook-user-" }));
  try {
    await Deno.writeTextFile(`${folder}/.npmrc`, registry.npmrc);
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A folder with the package as npm installs it; the tests that use it leave files of their own. */
let installed: string;

async function install(): Promise<string> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "actbook-user-" }));
  await Deno.writeTextFile(`${folder}/.npmrc`, registry.npmrc);
  await Deno.writeTextFile(`${folder}/package.json`, '{ "private": true, "type": "module" }');
  const packages = [`@actbook/actbook@${registry.version}`, "typescript@5.9.3"];
  await runWell(folder, "npm", ["install", "--no-audit", "--no-fund", ...packages]);
  return folder;
}

async function assertStartsWith(path: string, start: string): Promise<void> {
  const bytes = (await Deno.readFile(path)).slice(0, start.length);
  assertEquals(String.fromCharCode(...bytes), start, path);
}

const chartsAndFiles = `
const chart = plot(gelu);
for (const ending of ["svg", "png", "html", "json"]) await chart.save("chart." + ending);
await surface(gridOf((x, y) => x * y, { x: [-1, 1], y: [-1, 1] })).save("surface.html");
`;

async function assertFiles(folder: string): Promise<void> {
  await assertStartsWith(`${folder}/chart.svg`, "<svg");
  await assertStartsWith(`${folder}/chart.png`, "\x89PNG");
  await assertStartsWith(`${folder}/chart.html`, "<!doctype html>");
  await assertStartsWith(`${folder}/chart.json`, "{");
  await assertStartsWith(`${folder}/surface.html`, "<!doctype html>");
}

Deno.test("a Deno notebook in an empty folder runs with the package, by the package's command", async () => {
  await inFolder(async (folder) => {
    const env = { DENO_DIR: `${folder}/cache` };
    const name = `npm:@actbook/actbook@${registry.version}`;
    // Deno takes no package that is younger than a day; this one is younger than a minute.
    await Deno.writeTextFile(`${folder}/deno.json`, '{ "minimumDependencyAge": "0" }');
    await Deno.writeTextFile(
      `${folder}/own.ipynb`,
      notebookText([
        code(`import { compare, gelu, geluTanh, gridOf, plot, show, surface } from "${name}";`),
        code("await show(plot(gelu))"),
        code("await show(compare(gelu, [geluTanh]))"),
        code(chartsAndFiles),
        code(
          `import { certify } from "${name}";\n` +
            'const counted = await certify(gelu, geluTanh, { format: "float16", workers: 2 });\n' +
            "counted.inputs",
        ),
        code(`import { originOf } from "${name}/activations";\noriginOf(gelu)!.id`),
      ]),
    );
    const deno = Deno.execPath();
    await runWell(folder, deno, ["run", "-A", name, "run", "own.ipynb"], env);
    await assertFiles(folder);
    const { cells } = await readNotebook(`${folder}/own.ipynb`);
    const kinds = cells.map(({ outputs }) =>
      outputs.map((output) => "data" in output ? Object.keys(output.data) : output)
    );
    const chart = ["application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain"];
    assertEquals(kinds.slice(0, 2), [[], [chart]]);
    assertEquals(kinds[3], []);
    assertEquals(kinds.length, 6);
    const shown = cells.map(({ outputs }) => JSON.stringify(outputs));
    assertStringIncludes(shown[2], "text/html");
    assertStringIncludes(shown[4], "63488");
    assertStringIncludes(shown[5], "gelu");
    await runWell(folder, deno, ["run", "-A", name, "check", "own.ipynb"], env);
    await runWell(folder, deno, ["run", "-A", name, "verify", "own.ipynb"], env);
    const { stdout } = await runWell(folder, deno, ["run", "-A", name, "--version"], env);
    assertEquals(stdout.trim(), registry.version);
  });
});

Deno.test("actbook new of the package makes a project that runs, checks and verifies", async () => {
  await inFolder(async (folder) => {
    const env = { DENO_DIR: `${folder}/cache` };
    const young = "--minimum-dependency-age=0";
    await Deno.writeTextFile(`${folder}/deno.json`, "{}"); // beside it, Deno reads .npmrc
    const name = `npm:@actbook/actbook@${registry.version}`;
    await runWell(folder, Deno.execPath(), ["run", "-A", young, name, "new", "mine"], env);
    const mine = `${folder}/mine`;
    await Deno.copyFile(`${folder}/.npmrc`, `${mine}/.npmrc`);
    const config = JSON.parse(await Deno.readTextFile(`${mine}/deno.json`));
    const patient = JSON.stringify({ ...config, minimumDependencyAge: "0" });
    await Deno.writeTextFile(`${mine}/deno.json`, patient);
    for (const task of ["notebooks", "check", "verify"]) {
      await runWell(mine, Deno.execPath(), ["task", task], env);
    }
  });
});

Deno.test("the package's command installs a kernel that starts in any folder", async () => {
  await inFolder(async (folder) => {
    const env = {
      DENO_DIR: `${folder}/cache`,
      JUPYTER_DATA_DIR: `${folder}/data`,
      HOME: folder,
      NO_COLOR: "1",
    };
    const name = `npm:@actbook/actbook@${registry.version}`, young = "--minimum-dependency-age=0";
    await Deno.mkdir(`${folder}/empty`);
    const install = ["run", "-A", young, name, "kernel", "install"];
    await runWell(`${folder}/empty`, Deno.execPath(), install, env);
    const folders: Record<string, string> = { empty: "", configured: "{}", broken: "{ what" };
    for (const [name, config] of Object.entries(folders)) {
      await Deno.mkdir(`${folder}/${name}`, { recursive: true });
      if (config !== "") await Deno.writeTextFile(`${folder}/${name}/deno.json`, config);
      if (name === "configured") await Deno.writeTextFile(`${folder}/${name}/package.json`, "{}");
      const specification = `${folder}/data/kernels/actbook/kernel.json`;
      await using kernel = await startKernel(specification, `${folder}/${name}`, env);
      const { client } = kernel;
      const { reply, outputs } = await client.execute("const xs: number[] = [1]; xs");
      if (name === "broken") {
        assertEquals(reply.ename, "StartError");
        assertMatch(reply.traceback.join("\n"), /deno\.json[^]*restart the kernel$/);
        continue;
      }
      assertEquals(outputs[0][1].data["text/plain"], "[ 1 ]");
      const jsx = await client.execute("/** @jsx h */ const h = (name: string) => name; <b/>");
      assertEquals(jsx.outputs[0][1].data["text/plain"], '"b"');
      const { reply: completed } = await client.ask("complete_request", {
        code: "xs.flatM",
        cursor_pos: 8,
      });
      assertEquals(completed.matches, ["flatMap"]);
      const debug = { type: "request", seq: 1, command: "initialize", arguments: {} };
      const { reply: answer } = await client.ask("debug_request", debug, "control");
      assertEquals(answer.success, true);
    }
  });
});

Deno.test("Node has functions, comparison, fit, charts and files; what needs Deno says so", async () => {
  await Deno.writeTextFile(
    `${installed}/own.js`,
    `import * as actbook from "@actbook/actbook";
const { certify, compare, family, fit, gelu, geluTanh, gridOf, plot, show, surface } = actbook;
import { originOf } from "@actbook/actbook/activations";
${chartsAndFiles}
const line = family({ title: "line", start: { a: 1, b: 0 }, f: (x, { a, b }) => a * x + b });
const counted = await certify(gelu, geluTanh, { format: "bfloat16" });
const inWorkers = await certify(gelu, geluTanh, { format: "float16", workers: 1 })
  .catch((error) => error.message);
console.log(JSON.stringify({
  value: gelu(1),
  slope: gelu.derivative(0),
  error: compare(gelu, [geluTanh]).errors[0].value.max.error,
  fitted: Object.keys(fit({ target: gelu, family: line, domain: [0, 1] }).parameters),
  origin: originOf(gelu).id,
  inputs: counted.inputs,
  inWorkers,
}));
await show(plot(gelu), { a: 1 });
`,
  );
  const { stdout, stderr } = await runWell(installed, "node", ["own.js"]);
  assertEquals(stderr, "");
  await assertFiles(installed);
  const [json, ...shown] = stdout.trimEnd().split("\n");
  const { inWorkers, error, ...rest } = JSON.parse(json);
  assertEquals(rest, {
    value: 0.8413447460685429,
    slope: 0.5,
    fitted: ["a", "b"],
    origin: "gelu",
    inputs: 65280,
  });
  assert(error > 4.7e-4 && error < 4.8e-4);
  assertMatch(inWorkers, /^Cannot .* Deno[^.]*$/);
  assertEquals(shown, ["line chart of GELU over x from -5 to 5", "{ a: 1 }"]);

  const command = await run(installed, "npx", ["actbook", "run", "own.ipynb"]);
  assertEquals(command.code, 1);
  assertStringIncludes(command.stderr, "Deno");
  await Deno.writeTextFile(
    `${installed}/notebook.js`,
    'import { runNotebook } from "@actbook/actbook/notebook"; runNotebook("own.ipynb");',
  );
  const refused = await run(installed, "node", ["notebook.js"]);
  assertEquals(refused.code, 1);
  assertStringIncludes(
    refused.stderr,
    "Cannot use @actbook/actbook/notebook here as it takes Deno\n",
  );
});

Deno.test("types come along, for TypeScript under Node", async () => {
  const compiled = async (text: string) => {
    await Deno.writeTextFile(`${installed}/own.ts`, text);
    const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "esnext"];
    return await run(installed, "npx", ["tsc", ...options, "--skipLibCheck", "own.ts"]);
  };
  const right = `import { type Activation, type Chart, gelu, plot } from "@actbook/actbook";
import { originOf } from "@actbook/actbook/activations";
const f: Activation = gelu;
const chart: Chart = plot(f, { range: [-1, 1] });
const id: string | undefined = originOf(f.derivative.derivative)?.id;
chart.svg().then((svg: string) => console.log(svg, id));
`;
  assertEquals(await compiled(right), { code: 0, stdout: "", stderr: "" });
  const wrong = await compiled(right.replace("range: [-1, 1]", "rnage: [-1, 1]"));
  assertStringIncludes(wrong.stdout, "rnage");
  assertEquals(wrong.code, 2);
});

/** Bundles a page's script as esbuild does for a browser; gives it and the files it is made of. */
async function bundled(source: string) {
  await Deno.writeTextFile(`${installed}/page.js`, source);
  const { outputFiles, metafile, warnings } = await build({
    absWorkingDir: installed,
    entryPoints: ["page.js"],
    outdir: "out",
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  assertEquals(warnings, []);
  return { script: outputFiles[0].text, files: Object.keys(metafile.inputs) };
}

Deno.test("a page with gelu alone has the size that the README says, and nothing of Node or Deno", async () => {
  const source = 'import { gelu } from "@actbook/actbook"; globalThis.value = gelu(1);';
  const { script } = await bundled(source);
  assertEquals(/\bDeno\b|\bprocess\b|node:/.exec(script), null);
  const kilobytes = Math.ceil(new TextEncoder().encode(script).length / 1000);
  const readme = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
  assertEquals(/`gelu` alone is (\d+) kB/.exec(readme)?.[1], `${kilobytes}`);
});

Deno.test("a bundled page draws a chart in the browser", async () => {
  const { script, files } = await bundled(
    `import { gelu, plot, table } from "@actbook/actbook";
document.body.innerHTML = await plot(gelu).svg();`,
  );
  assert(files.some((file) => file.includes("node_modules/vega/")));
  const html = `<!doctype html><meta charset="utf-8"><title>page</title><body></body>
<script type="module" src="/page.js"></script>`;
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, (request) => {
    const [body, type] = new URL(request.url).pathname === "/page.js"
      ? [script, "text/javascript"]
      : [html, "text/html"];
    return new Response(body, { headers: { "content-type": `${type}; charset=utf-8` } });
  });
  try {
    await using browser = await startBrowser();
    const { page, complaints, elsewhere } = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.addr.port}/`);
    await page.waitForSelector("svg[aria-label*=GELU] path", { state: "attached" });
    assertEquals(elsewhere, []);
    assertEquals(complaints.filter((each) => !each.includes("favicon")), []);
  } finally {
    await server.shutdown();
  }
});
