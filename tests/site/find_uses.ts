/**
 * Finds which models of Transformers have which activation by default:
 * `deno run -A tests/site/find_uses.ts`, with the Python that has transformers in `PYTHON`. Writes
 * uses.json.
 *
 * @module
 */

const python = new Deno.Command(Deno.env.get("PYTHON") ?? "python3", {
  args: [new URL("find_uses.py", import.meta.url).pathname],
  stderr: "inherit",
});
const { success, stdout } = await python.output();
if (!success) throw new Error("Cannot find the uses as Python failed");
const found = JSON.parse(new TextDecoder().decode(stdout));
const generator = "tests/site/find_uses.ts. Do not edit.";
const lines = Object.entries(found.uses).sort().map(([name, models]) =>
  `    ${JSON.stringify(name)}: ${JSON.stringify(models)}`
);
await Deno.writeTextFile(
  new URL("uses.json", import.meta.url),
  `{\n  "generator": ${JSON.stringify(generator)},\n  "version": ${
    JSON.stringify(found.version)
  },\n` +
    `  "models": ${found.models},\n  "uses": {\n${lines.join(",\n")}\n  }\n}\n`,
);
