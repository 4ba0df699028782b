/**
 * Pages on paper, by Chromium's print.
 *
 * @module
 */

import { join } from "node:path";
import { pathToFileURL } from "node:url";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/**
 * Prints a page as PDF, with an outline and page numbers.
 *
 * @param html a page that stands alone
 * @param title for the error
 * @throws Error if there is no Chromium, or it fails
 */
export async function toPdf(html: string, title: string): Promise<Uint8Array<ArrayBuffer>> {
  const browser = await findBrowser();
  const folder = await Deno.makeTempDir({ prefix: "actbook-pdf-" });
  try {
    const [page, pdf] = [join(folder, "page.html"), join(folder, "page.pdf")];
    // On paper nobody opens what is folded.
    await Deno.writeTextFile(page, html.replaceAll("<details>", "<details open>"));
    const { success, stderr } = await new Deno.Command(browser, {
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        `--user-data-dir=${join(folder, "profile")}`,
        "--no-pdf-header-footer",
        "--generate-pdf-document-outline",
        "--export-tagged-pdf",
        `--print-to-pdf=${pdf}`,
        `${pathToFileURL(page)}`,
      ],
      stdout: "null",
      stderr: "piped",
    }).output();
    const written = await Deno.readFile(pdf).catch(() => undefined);
    if (success && written) return written;
    const last = new TextDecoder().decode(stderr).trim().split("\n").slice(-3).join("\n");
    throw new Error(`Cannot print ${title} as Chromium failed:\n${last}`);
  } finally {
    await Deno.remove(folder, { recursive: true }).catch(() => {});
  }
}

async function findBrowser(): Promise<string> {
  const given = Deno.env.get("CHROMIUM");
  for (const name of given ? [given] : names) {
    const works = await new Deno.Command(name, {
      args: ["--version"],
      stdout: "null",
      stderr: "null",
    }).output().then(({ success }) => success, () => false);
    if (works) return name;
  }
  throw new Error(
    given
      ? `Cannot print as CHROMIUM must name a browser that starts: current value is ${given}`
      : `Cannot print as one of ${names.join(", ")} must be on the PATH, or named by CHROMIUM`,
  );
}
