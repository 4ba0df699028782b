// Runs in the page, before the page's own scripts: what the tests ask of JupyterLab, and how an
// output is described from what is on the screen.

globalThis.actbook = {
  app: () => globalThis.jupyterapp,
  panel: () => actbook.app().shell.currentWidget,
  cells: () => actbook.panel().content.widgets,
  kernel: () => actbook.panel().sessionContext.session?.kernel,

  ready: () => {
    const panel = actbook.app()?.shell?.currentWidget;
    return Boolean(panel?.context?.isReady && actbook.kernel()?.status === "idle");
  },
  runAll: async () => {
    await actbook.app().commands.execute("runmenu:run-all");
  },
  idle: () =>
    actbook.kernel().status === "idle" &&
    actbook.cells().every((cell) =>
      cell.model.type !== "code" || cell.model.executionState !== "running"
    ),
  save: async () => {
    await actbook.app().commands.execute("docmanager:save");
  },
  theme: async (name) => {
    const theme = name === "dark" ? "JupyterLab Dark" : "JupyterLab Light";
    await actbook.app().commands.execute("apputils:change-theme", { theme });
  },
  trusted: () => actbook.cells().every((cell) => cell.model.type !== "code" || cell.model.trusted),
  contentHeight: () =>
    actbook.cells().reduce((sum, cell) => sum + cell.node.getBoundingClientRect().height, 0),
  close: async () => {
    const context = actbook.panel().sessionContext;
    await context.shutdown();
    await actbook.panel().close();
  },

  // The views of Vega by the element they are drawn in.
  view: (node) => {
    const code = actbook.cells().filter((cell) => cell.model.type === "code");
    for (const panel of code.flatMap((cell) => [...cell.outputArea.widgets])) {
      for (const widget of panel.widgets ?? []) {
        if (widget.node === node || widget.node.contains(node)) return widget._result?.view;
      }
    }
  },

  // Whether every chart that is there has been drawn, every formula set, every picture loaded.
  drawn: () => {
    const charts = [
      ...document.querySelectorAll(".jp-RenderedVegaCommon5, .jp-RenderedVegaCommon"),
    ];
    const images = [...document.querySelectorAll(".jp-OutputArea-output img")];
    return charts.every((node) => node.querySelector("canvas, svg, .vega-embed-error")) &&
      images.every((image) => image.complete) &&
      !actbook.waitingForMath();
  },
  waitingForMath: () =>
    [...document.querySelectorAll(".jp-OutputArea-output[data-mime-type='text/latex']")]
      .some((node) => !node.querySelector("mjx-container")),

  outputs: () =>
    actbook.cells().flatMap((cell, index) =>
      [...cell.node.querySelectorAll(".jp-OutputArea-output")]
        .map((node) => ({ cell: index, ...describe(node, actbook.view(node)) }))
    ),
};

// How many items the marks of a chart have, by kind; lines and areas also count their points.
function marks(view) {
  const counts = {};
  const visit = (item, inside) => {
    for (const group of item.items ?? []) {
      const own = inside || group.role === "mark";
      if (group.marktype && group.role === "mark" && group.marktype !== "group") {
        counts[group.marktype] = (counts[group.marktype] ?? 0) + group.items.length;
      }
      visit(group, own);
    }
  };
  visit({ items: [view.scenegraph().root] }, false);
  return counts;
}

function isDrawnOn(canvas) {
  if (canvas.width === 0 || canvas.height === 0) return false;
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const first = data.slice(0, 4).join();
  for (let i = 4; i < data.length; i += 4) {
    if (`${data[i]},${data[i + 1]},${data[i + 2]},${data[i + 3]}` !== first) return true;
  }
  return false;
}

function isSeen(element) {
  const { width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return false;
  return element.tagName !== "IMG" || (element.complete && element.naturalWidth > 0);
}

function describe(node, view) {
  const all = (selector) => [...node.querySelectorAll(selector)];
  const { width, height } = node.getBoundingClientRect();
  return {
    mime: node.dataset.mimeType ?? "",
    width,
    height,
    text: node.textContent.trim(),
    canvases: all("canvas").filter(isDrawnOn).length,
    pictures: all("svg:not(.vega-actions svg, summary svg, mjx-container svg), img").filter(isSeen)
      .length,
    ...(view && { marks: marks(view) }),
    rows: all("tbody tr").length,
    headers: { col: all("th[scope=col]").length, row: all("th[scope=row]").length },
    formulas: all("mjx-container").filter(isSeen).length,
    formulaErrors: all("mjx-merror, [data-mml-node=merror]").length,
    controls: all("input, select").length,
    scripts: all("script").length +
      all("*").filter((element) => [...element.attributes].some(({ name }) => /^on/.test(name)))
        .length,
  };
}
