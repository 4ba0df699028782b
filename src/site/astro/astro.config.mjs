// The site: Starlight around pages that build.ts has written into src/content/docs.
import { unified } from "@astrojs/markdown-remark";
import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";
import rehypeKatex from "rehype-katex";
import rehypeRaw from "rehype-raw";
import remarkMath from "remark-math";
import site from "./site.json" with { type: "json" };

/** Tables of notebooks scroll by themselves: who has no mouse must get there. */
const focusableTables = () => {
  const reach = (node) => {
    if (node.tagName === "table" && !node.properties.className?.includes("data")) {
      node.properties.tabIndex = 0;
    }
    node.children?.forEach(reach);
  };
  return reach;
};

/** A formula stands three times in a page: search takes the one that is read out, of words and letters. */
const searchableFormulas = () => {
  const reach = (node) => {
    if (node.tagName === "annotation" || node.properties?.className?.includes("katex-html")) {
      node.properties.dataPagefindIgnore = "";
    }
    node.children?.forEach(reach);
  };
  return reach;
};

export default defineConfig({
  base: site.base,
  trailingSlash: "always",
  telemetry: false,
  image: { service: passthroughImageService() },
  build: { inlineStylesheets: "never" },
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath],
      rehypePlugins: [rehypeRaw, rehypeKatex, focusableTables, searchableFormulas],
    }),
  },
  integrations: [
    starlight({
      title: "Actbook",
      description: "The atlas of activation functions",
      sidebar: site.sidebar,
      components: { Search: "./src/components/Search.astro" },
      favicon: "/favicon.svg",
      customCss: ["./src/styles/site.css"],
      routeMiddleware: "./src/language.js",
      head: [
        { tag: "script", attrs: { src: `${site.base}katex/fonts.js` } },
        { tag: "link", attrs: { rel: "stylesheet", href: `${site.base}katex/katex.min.css` } },
        { tag: "script", attrs: { type: "module", src: `${site.base}scripts/pages.js` } },
      ],
      expressiveCode: { defaultProps: { wrap: true } },
      lastUpdated: false,
      pagination: false,
      credits: false,
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
    }),
  ],
});
