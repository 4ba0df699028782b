// What notebooks are exported with: the only place that names these packages. `as string` hides a
// name from Deno's eye, which would fetch the package along with every module that mentions it.

export type * as mdast from "npm:@types/mdast@4.0.4";
export type * as hast from "npm:@types/hast@3.0.5";

/** Reads Markdown as Jupyter does: CommonMark, GitHub's tables and $mathematics$. */
export async function markdownPackages() {
  const [{ unified }, parse, gfm, math, stringify] = await Promise.all([
    import("npm:unified@11.0.5" as string) as Promise<typeof import("npm:unified@11.0.5")>,
    import("npm:remark-parse@11.0.0" as string) as Promise<
      typeof import("npm:remark-parse@11.0.0")
    >,
    import("npm:remark-gfm@4.0.1" as string) as Promise<typeof import("npm:remark-gfm@4.0.1")>,
    import("npm:remark-math@6.0.0" as string) as Promise<typeof import("npm:remark-math@6.0.0")>,
    import("npm:remark-stringify@11.0.0" as string) as Promise<
      typeof import("npm:remark-stringify@11.0.0")
    >,
  ]);
  return {
    unified,
    parse: parse.default,
    gfm: gfm.default,
    math: math.default,
    stringify: stringify.default,
  };
}

/** Turns Markdown into HTML, cleans it, typesets its mathematics. */
export async function htmlPackages() {
  const [toHast, raw, sanitize, katex, stringify, fromHtml, toHtml, toMdast] = await Promise.all([
    import("npm:remark-rehype@11.1.2" as string) as Promise<
      typeof import("npm:remark-rehype@11.1.2")
    >,
    import("npm:rehype-raw@7.0.0" as string) as Promise<typeof import("npm:rehype-raw@7.0.0")>,
    import("npm:rehype-sanitize@6.0.0" as string) as Promise<
      typeof import("npm:rehype-sanitize@6.0.0")
    >,
    import("npm:rehype-katex@7.0.1" as string) as Promise<typeof import("npm:rehype-katex@7.0.1")>,
    import("npm:rehype-stringify@10.0.1" as string) as Promise<
      typeof import("npm:rehype-stringify@10.0.1")
    >,
    import("npm:hast-util-from-html@2.1.0" as string) as Promise<
      typeof import("npm:hast-util-from-html@2.1.0")
    >,
    import("npm:hast-util-to-html@9.0.6" as string) as Promise<
      typeof import("npm:hast-util-to-html@9.0.6")
    >,
    import("npm:hast-util-to-mdast@10.1.3" as string) as Promise<
      typeof import("npm:hast-util-to-mdast@10.1.3")
    >,
  ]);
  return {
    toHast: toHast.default,
    raw: raw.default,
    sanitize: sanitize.default,
    safe: sanitize.defaultSchema,
    katex: katex.default,
    stringify: stringify.default,
    fromHtml: fromHtml.fromHtml,
    toHtml: toHtml.toHtml,
    toMdast: toMdast.toMdast,
  };
}

/** The names of all tags that HTML has or had. */
export async function htmlTagNames(): Promise<readonly string[]> {
  const { htmlTagNames } = await (import("npm:html-tag-names@2.1.0" as string) as Promise<
    typeof import("npm:html-tag-names@2.1.0")
  >);
  return htmlTagNames;
}

/** Highlights code. */
export function shiki(): Promise<typeof import("npm:shiki@4.6.0")> {
  return import("npm:shiki@4.6.0" as string);
}

/** Names headings as GitHub does. */
export async function slugger(): Promise<import("npm:github-slugger@2.0.0").default> {
  const { default: Slugger } = await (import("npm:github-slugger@2.0.0" as string) as Promise<
    typeof import("npm:github-slugger@2.0.0")
  >);
  return new Slugger();
}

/** Typesets mathematics. */
export async function katex(): Promise<typeof import("npm:katex@0.16.47").default> {
  const { default: katex } = await (import("npm:katex@0.16.47" as string) as Promise<
    typeof import("npm:katex@0.16.47")
  >);
  return katex;
}

/** The style sheet of KaTeX, beside which its fonts lie. */
export async function katexStyle(): Promise<URL> {
  await import("npm:katex@0.16.47" as string);
  return new URL(import.meta.resolve("npm:katex@0.16.47/dist/katex.min.css"));
}

/** Script and style of reveal.js. */
export async function revealFiles(): Promise<{ readonly script: URL; readonly style: URL }> {
  await import("npm:reveal.js@6.0.2" as string); // not what it does, but that it is on disk
  const style = import.meta.resolve("npm:reveal.js@6.0.2/reveal.css");
  return { script: new URL("reveal.js", style), style: new URL(style) };
}
