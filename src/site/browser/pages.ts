// On every page: brings pictures to life when they are touched.

const start = async (element: HTMLElement) => {
  if (element.dataset.live) (await import("./live.ts")).live(element);
  else (await import("./explore.ts")).explore(element);
};

for (const each of document.querySelectorAll<HTMLElement>("[data-live], [data-explore]")) {
  const begin = () => {
    if (each.dataset.started) return;
    each.dataset.started = "soon";
    start(each);
  };
  for (const event of ["pointerenter", "pointerdown", "focusin", "input"]) {
    each.addEventListener(event, begin, { passive: true });
  }
}
