/** The looks of a page that stands alone: light and dark, wide and narrow, on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1f2328; --paper: #ffffff; --soft: #f6f8fa; --line: #d8dee4;
  --quiet: #57606a; --link: #0969da; --error: #b42318; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --paper: #14171b; --soft: #1b1f24;
  --line: #343a41; --quiet: #9aa4ae; --link: #6cb6ff; --error: #ff8a80; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6;
  font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
main { max-width: 48rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
nav { max-width: 48rem; margin: 0 auto; padding: 1rem 1rem 0; }
nav summary, details > summary { cursor: pointer; color: var(--quiet); }
nav ul { list-style: none; margin: .5rem 0; padding-left: 1rem; }
a[href] { color: var(--link); }
h1, h2, h3, h4 { line-height: 1.25; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .7rem;
  overflow-x: auto; font-size: .85rem; line-height: 1.45; }
pre.output { background: none; border: 0; border-left: 3px solid var(--line); border-radius: 0;
  max-height: 30rem; overflow-y: auto; }
code { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
:not(pre) > code { background: var(--soft); border-radius: 4px; padding: .1em .3em; }
.shiki, .shiki span { color: var(--shiki-light); }
@media (prefers-color-scheme: dark) { .shiki, .shiki span { color: var(--shiki-dark); } }
/* Colours that people chose are for white paper. */
@media (prefers-color-scheme: dark) {
  :is(main, .slides section) [style*="color"]:not([style*="background"]) { color: inherit !important; }
  :is(main, .slides section) [style*="background"]:not([style*="background:none"], [style*=" color"], [style^="color"]) {
    color: #1f2328 !important; }
}
.output { margin: .8rem 0; max-width: 100%; }
.scroll { overflow-x: auto; }
.scroll:focus-visible, pre:focus-visible { outline: 2px solid var(--link); }
table { border: 0; border-collapse: collapse; font-size: .9rem; }
th, td { padding: .3rem .7rem; border: 0; border-bottom: 1px solid var(--line); text-align: left; }
caption { text-align: left; color: var(--quiet); padding: .3rem .7rem; }
img { max-width: 100%; height: auto; }
figure { margin: .8rem 0; }
.live { margin: .2rem 0 0; }
.live button { font: inherit; font-size: .85rem; color: var(--link); background: none;
  border: 1px solid var(--line); border-radius: 6px; padding: .2rem .7rem; cursor: pointer; }
blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
.katex-display { overflow-x: auto; overflow-y: hidden; padding: .2rem 0; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #fff; --line: #bbb; --link: #000; }
  nav, .live { display: none; }
  main { max-width: none; padding: 0; }
  h1, h2, h3, h4 { break-after: avoid; }
  figure, table, pre { break-inside: avoid; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  pre.output { max-height: none; break-inside: auto; }
  .scroll { overflow: visible; }
  .shiki, .shiki span { color: var(--shiki-light); }
  @page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page); font-size: 9pt; } }
}
`.trim();
