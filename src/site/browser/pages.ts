// On every page: brings pictures, and code to choose, to life when they are touched.

const start = async (element: HTMLElement) => {
  if (element.dataset.live) (await import("./live.ts")).live(element);
  else if (element.dataset.code) (await import("./code.ts")).code(element);
  else (await import("./explore.ts")).explore(element);
};

const bar = document.querySelector<HTMLElement>("[data-notebook]");
bar?.querySelector("button")?.addEventListener("click", async () => {
  (await import("./notebook.ts")).notebook(bar);
}, { once: true });

for (
  const each of document.querySelectorAll<HTMLElement>("[data-live], [data-explore], [data-code]")
) {
  const begin = () => {
    if (each.dataset.started) return;
    each.dataset.started = "soon";
    start(each);
  };
  for (const event of ["pointerenter", "pointerdown", "focusin", "input"]) {
    each.addEventListener(event, begin, { passive: true });
  }
}

// A formula that scrolls must be reached by who has no mouse; one that does not is no stop on the way.
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});
for (const each of document.querySelectorAll(".katex-display")) sizes.observe(each);
