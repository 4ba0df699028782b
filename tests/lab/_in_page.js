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
  clear: async () => {
    await actbook.app().commands.execute("editmenu:clear-all");
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
  hasTheme: (name) =>
    document.body.dataset.jpThemeLight === `${name === "light"}` &&
    !document.querySelector(".jp-LabSplash, #jupyterlab-splash"),
  trusted: () => actbook.cells().every((cell) => cell.model.type !== "code" || cell.model.trusted),
  // Where the last cell ends, from the top of the window.
  end: () => actbook.cellNodes().at(-1).getBoundingClientRect().bottom,
  close: async () => {
    const context = actbook.panel().sessionContext;
    await context.shutdown();
    await actbook.panel().close();
  },

  // The view of Vega that draws in an element.
  view: (node) => {
    if (!actbook.app()) return undefined;
    const code = actbook.cells().filter((cell) => cell.model.type === "code");
    for (const panel of code.flatMap((cell) => [...cell.outputArea.widgets])) {
      for (const widget of panel.widgets ?? []) {
        if (widget.node === node || widget.node.contains(node)) return widget._result?.view;
      }
    }
  },
  // How much red is in the texts of the charts that Vega draws as SVG, where they are in the page's ink.
  reds: () =>
    [...document.querySelectorAll('.jp-OutputArea-output svg.marks text[fill="currentColor"]')]
      .map((text) => parseInt(getComputedStyle(text).fill.match(/\d+/)[0])),
  // Where the lines of the charts of a cell run.
  lines: (index) => {
    const cell = actbook.cellNodes()[index];
    return outputsOf(cell).map((node) => actbook.view(node)).filter(Boolean).flatMap((view) =>
      marksOf(view).filter(({ marktype }) => marktype === "line")
        .map(({ items }) => items.map(({ x, y }) => [x, y]))
    );
  },

  // Whether every chart that is there has been drawn, every formula set, every picture loaded.
  drawn: () => {
    const charts = [
      ...document.querySelectorAll(".jp-RenderedVegaCommon5, .jp-RenderedVegaCommon"),
      ...document.querySelectorAll(".jp-OutputArea-output[data-mime-type*='vnd.vega']"),
    ];
    const images = [...document.querySelectorAll(".jp-OutputArea-output img")];
    return actbook.cells().every((cell) => !cell.isPlaceholder()) &&
      charts.every((node) =>
        node.querySelector("canvas, svg, .vega-embed-error") && node.clientHeight > 0
      ) &&
      images.every((image) => image.complete) &&
      !actbook.waitingForMath();
  },
  waitingForMath: () =>
    [...document.querySelectorAll(".jp-OutputArea-output[data-mime-type='text/latex']")]
      .some((node) => !node.querySelector("mjx-container")),

  // Of JupyterLab and of nbconvert's HTML alike.
  cellNodes: () => [...document.querySelectorAll(".jp-Cell")],
  outputs: () =>
    actbook.cellNodes().flatMap((cell, index) =>
      outputsOf(cell).map((node) => ({ cell: index, ...describe(node, actbook.view(node)) }))
    ),

  // For a picture of all: nothing beside the notebook, and its beginning on top.
  onlyNotebook: () => {
    const { shell } = actbook.app();
    shell.collapseLeft?.();
    shell.collapseRight?.();
    actbook.panel().content.activeCellIndex = 0;
    actbook.panel().content.node.querySelector(".jp-WindowedPanel-outer")?.scrollTo(0, 0);
  },
  toEnd: () => actbook.cellNodes().at(-1).scrollIntoView({ block: "end" }),
};

function outputsOf(cell) {
  return [...cell.querySelectorAll(".jp-OutputArea-output")];
}

// The groups of marks of a chart, without axes, legends and titles.
function marksOf(view) {
  const found = [];
  const visit = (item) => {
    for (const group of item.items ?? []) {
      if (group.role === "mark" && group.marktype !== "group") found.push(group);
      visit(group);
    }
  };
  visit({ items: [view.scenegraph().root] });
  return found;
}

// How many marks a chart has, by kind: lines and areas with at least two points, other marks one by
// one.
function marks(view) {
  const counts = {};
  for (const { marktype, items } of marksOf(view)) {
    const path = marktype === "line" || marktype === "area" || marktype === "trail";
    counts[marktype] = (counts[marktype] ?? 0) + (path ? Number(items.length > 1) : items.length);
  }
  return counts;
}

// Whether there is something to see on a canvas, or in an SVG element that Vega draws in.
function isDrawnOn(canvas) {
  if (canvas.tagName !== "CANVAS") return isSeen(canvas) && canvas.querySelector("path, text");
  if (canvas.width === 0 || canvas.height === 0) return false;
  const context = canvas.getContext("2d");
  if (!context) return true; // drawn on by the graphics processor, which keeps no copy
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
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

// What a reader looks at, without the icons of menus and what typesets formulas.
const pictures = "svg:not(details svg, .modebar svg, mjx-container svg), img";

function isLabelled(element) {
  if (element.tagName === "IMG") return element.alt !== "";
  const labelled = element.closest("[aria-label]");
  return Boolean(labelled?.getAttribute("aria-label") && labelled.getAttribute("role"));
}

function describe(node, view) {
  const all = (selector) => [...node.querySelectorAll(selector)];
  const { width, height } = node.getBoundingClientRect();
  return {
    mime: node.dataset.mimeType ?? (view ? "application/vnd.vegalite.v5+json" : ""),
    width,
    height,
    text: node.textContent.trim(),
    drawings: all("canvas, svg.marks").filter(isDrawnOn).length,
    pictures: all(pictures).filter(isSeen).length,
    unlabelled: all(`canvas, ${pictures}`).filter((element) => !isLabelled(element)).length,
    ...(view && { marks: marks(view) }),
    live: all(".vega-embed, .js-plotly-plot").length > 0,
    rows: all("tbody tr").length,
    headers: { col: all("th[scope=col]").length, row: all("th[scope=row]").length },
    formulas: all("mjx-container").filter(isSeen).length,
    formulaErrors: all("mjx-merror, [data-mml-node=merror]").length,
    controls: all("input, select").length,
    scripts: all("script, a[href^='javascript:' i]").length +
      all("*").filter((element) => [...element.attributes].some(({ name }) => /^on/.test(name)))
        .length,
    strangers:
      all("img, image, iframe, object, embed").filter((element) =>
        !/^data:image/.test(element.src ?? element.href?.baseVal ?? "")
      ).length,
  };
}
