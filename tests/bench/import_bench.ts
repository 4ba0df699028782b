/** What `import "@actbook/actbook"` costs beside an empty module: a process each. */

const mod = new URL("../../mod.ts", import.meta.url).href;

function start(source: string): Promise<unknown> {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", `data:text/javascript,${source}`],
  }).output();
}

Deno.bench("an empty module", { group: "import", baseline: true }, async () => {
  await start("export {}");
});

Deno.bench("mod.ts", { group: "import" }, async () => {
  await start(`import "${mod}"`);
});
