import { marked } from "npm:marked@18.2.1";

type Bundle = Readonly<Record<string, unknown>>;

/** An output as an element, in the best format that there is. */
export async function rendered(data: Bundle, base: string): Promise<HTMLElement> {
  const box = document.createElement("div");
  box.className = "cell-part";
  box.dataset.plain = text(data["text/plain"]);
  const [svg, html, latex, markdown] = ["image/svg+xml", "text/html", "text/latex", "text/markdown"]
    .map((type) => data[type] === undefined ? undefined : text(data[type]));
  if (svg !== undefined) {
    const image = document.createElement("img");
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    image.alt = box.dataset.plain;
    box.append(image);
  } else if (html !== undefined) {
    box.innerHTML = await typeset(html, base, (part) => part);
  } else if (latex !== undefined || markdown !== undefined) {
    box.innerHTML = await typeset(latex ?? markdown!, base, (part) => marked.parse(part) as string);
  } else {
    const pre = document.createElement("pre");
    pre.textContent = box.dataset.plain;
    box.append(pre);
  }
  return box;
}

const text = (value: unknown) => Array.isArray(value) ? value.join("") : `${value ?? ""}`;

/** With what is between dollars set as mathematics; the rest goes through `around`. */
async function typeset(
  source: string,
  base: string,
  around: (text: string) => string,
): Promise<string> {
  const { default: katex } = await import(`${base}katex/katex.mjs`);
  const formulas: string[] = [];
  const kept = source.replace(/\$\$([^]+?)\$\$|\$([^$\n]+?)\$/g, (_, display, inline) => {
    formulas.push(katex.renderToString(display ?? inline, {
      displayMode: display !== undefined,
      throwOnError: false,
    }));
    return `\u0001${formulas.length - 1}\u0002`;
  });
  // deno-lint-ignore no-control-regex -- marks that no text has
  return around(kept).replace(/\u0001(\d+)\u0002/g, (_, k) => formulas[Number(k)]);
}
