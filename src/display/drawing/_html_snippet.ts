import { asExpression } from "./_browser_libraries.ts";
import { fingerprint } from "./_fingerprint.ts";
import { escapeHtml } from "../texts/escape.ts";

/** What a snippet draws, and with which library. */
export interface Snippet {
  readonly kind: "vega" | "plotly";
  /** What the library draws. */
  readonly data: unknown;
  /** An SVG to look at until then, or where no script runs. */
  readonly still: string;
  readonly alt: string;
}

/** The event by which the scripts of a library say that they are there. */
export const arrived = { vega: "actbook-vega", plotly: "actbook-plotly" } as const;

const draw = {
  vega: `(place, data) => vegaEmbed(place, data, { actions: false })`,
  plotly: `(place, data) => Plotly.newPlot(place, data.data, data.layout, ` +
    `{ responsive: true, displaylogo: false, ...data.config })`,
} as const;

const library = { vega: "vegaEmbed", plotly: "Plotly" } as const;

/**
 * HTML with a picture that a script makes live if its library is in the page, now or later. The
 * picture is an `img` as notebooks that do not trust their outputs take SVG elements out.
 */
export function htmlSnippet({ kind, data, still, alt }: Snippet): string {
  const json = asExpression(data);
  const name = fingerprint(json);
  const picture = `<img src="${svgUrl(still)}" alt="${escapeHtml(alt, "attribute")}" ` +
    `style="max-width:100%;height:auto">`;
  const script = `(() => {
const draw = () => {
  if (!window.${library[kind]}) return;
  for (const place of document.querySelectorAll('[data-actbook="${name}"]')) {
    place.removeAttribute("data-actbook");
    const live = document.createElement("div");
    live.setAttribute("role", "figure");
    live.setAttribute("aria-label", ${asExpression(alt)});
    Promise.resolve((${draw[kind]})(live, ${json})).catch((error) => {
      live.replaceWith(...kept);
      console.error(error);
    });
    const kept = [...place.childNodes];
    place.replaceChildren(live);
  }
};
draw();
window.addEventListener("${arrived[kind]}", draw);
})();`;
  return `<div data-actbook="${name}">${picture}</div>\n<script>${script}</script>`;
}

/** A picture as a URL that holds it, for the `src` of an image. */
function svgUrl(svg: string): string {
  return `data:image/svg+xml;base64,${new TextEncoder().encode(svg).toBase64()}`;
}
