/** The scripts of the pages: the name of each is that of its file in browser/. */
const scripts = ["pages", "live", "explore"] as const;

/**
 * Bundles the scripts that run in the reader's browser, by `deno bundle`.
 *
 * @param from the folder of the scripts
 * @param to where the bundles are put
 * @throws Error if one cannot be bundled
 */
export async function bundleBrowser(from: string, to: string): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--quiet",
      "--config=" + `${from}/deno.json`,
      "--no-lock",
      "--platform=browser",
      "--minify",
      "--code-splitting",
      `--outdir=${to}`,
      ...scripts.map((name) => `${from}/${name}.ts`),
    ],
    env: { NO_COLOR: "1" },
  }).output();
  if (success) return;
  throw new Error(`Cannot bundle the scripts: ${new TextDecoder().decode(stderr)}`);
}
