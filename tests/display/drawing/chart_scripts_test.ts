import { assertEquals, assertLess, assertStringIncludes } from "@std/assert";
import { displaySymbol } from "../../../src/display/bundle.ts";
import { chartScripts, surfaceScripts } from "../../../src/display/drawing/chart_scripts.ts";

/** The sources of the scripts in a bundle, as a browser finds them. */
async function sources(scripts: ReturnType<typeof chartScripts>): Promise<string[]> {
  const { "text/html": html } = await scripts[displaySymbol]();
  const found = [...`${html}`.matchAll(/<script>([^]*?)<\/script>/g)].map(([, source]) => source);
  assertEquals(`${html}`.replace(/<script>[^]*?<\/script>/g, "").trim(), "");
  return found;
}

/** Runs scripts as a page with a module loader would, and tells what they leave behind. */
async function run(scripts: readonly string[], after: string): Promise<string> {
  const page = `
    globalThis.window = globalThis;
    globalThis.define = () => { throw new Error("taken for a module"); };
    globalThis.define.amd = true;
    globalThis.addEventListener("actbook-vega", () => console.log("arrived"));
  `;
  const file = await Deno.makeTempFile({ suffix: ".js" });
  try {
    await Deno.writeTextFile(file, [page, ...scripts, after].join("\n;\n"));
    const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-config", "--no-lock", file],
      env: { NO_COLOR: "1" },
    }).output();
    assertEquals(new TextDecoder().decode(stderr), "");
    return new TextDecoder().decode(stdout).trim();
  } finally {
    await Deno.remove(file);
  }
}

Deno.test("chartScripts() leaves the libraries in a page that has a module loader", async () => {
  const scripts = await sources(chartScripts());
  const [vega, vegaLite] = scripts;
  const last = scripts[scripts.length - 1];
  assertEquals(
    await run([vega, vegaLite, last], "console.log(typeof vega.View, typeof vegaLite.compile)"),
    "arrived\nfunction function",
  );
});

Deno.test("surfaceScripts() is far below what a notebook can carry, and one line by reference", async () => {
  const inline = (await sources(surfaceScripts())).join("");
  assertLess(inline.length, 2_000_000);
  assertStringIncludes(inline, "surface");
  const referred = (await sources(surfaceScripts({ src: "a/</script>.js" }))).join("");
  assertLess(referred.length, 1_000);
  assertStringIncludes(referred, "a/\\u003c/script>.js");
});
