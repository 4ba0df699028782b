import { activations } from "../../activations/catalogue.ts";
import { leftFor, rangeOf } from "../drawing/figure.ts";
import { sample } from "../drawing/sample.ts";
import { still } from "../drawing/still.ts";
import { formulas } from "../formulas.ts";
import { escapeHtml } from "../_html.ts";

const domain = [-5, 5] as const;

/** The functions that are drawn at first. */
const first = ["gelu", "silu"] as const;

/** The picture on the first page: choose functions, type one, see slopes and differences. */
export function explorePart(): string {
  const own = sample((x) => x / (1 + Math.exp(-1.702 * x)), domain, 200);
  const curves = [...first.map((id) => sample(activations[id], domain, 200)), own];
  const [range, ends] = [rangeOf(curves), [-0.03, 0.03] as const];
  const left = Math.max(leftFor(range, 340), leftFor(ends, 160));
  const picture = still(
    curves.map((points, k) => ({ points, colour: `${k + 1}`, dashed: k === 2 })),
    { domain, range, height: 340, alt: "GELU, SiLU and yours from −5 to 5", left },
  );
  const options = (chosen: string) =>
    Object.keys(formulas).filter((id) => id in activations).map((id) =>
      `<option value="${id}"${id === chosen ? " selected" : ""}>${
        escapeHtml(activations[id].title, "attribute")
      }</option>`
    ).join("");
  const data = Object.fromEntries(
    Object.entries(formulas).filter(([id]) => id in activations).map(([id, { text }]) => [
      id,
      { title: activations[id].title, text, parameters: activations[id].parameters },
    ]),
  );
  return `<div class="explore" data-explore="${escapeHtml(JSON.stringify(data), "attribute")}">` +
    `<div class="explore-choices">` +
    `<label class="key-1"><span class="swatch"></span>Function <select name="one">${
      options(first[0])
    }</select></label>` +
    `<label class="key-2"><span class="swatch"></span>Beside it <select name="two">${
      options(first[1])
    }</select></label>` +
    `<div class="orders" role="radiogroup" aria-label="What is drawn">${
      ["f", "f′", "f″"].map((name, k) =>
        `<label><input type="radio" name="order" value="${k}"${
          k === 0 ? " checked" : ""
        }><i>${name}</i></label>`
      ).join("")
    }</div></div>` +
    `<div class="explore-own"><label class="key-3"><span class="swatch"></span><span>Your own, of <i>x</i> and <i>k</i></span>` +
    `<input name="own" type="text" spellcheck="false" autocomplete="off" value="x / (1 + exp(-k * x))"></label>` +
    `<label class="slider"><span><i>k</i></span><input type="range" name="k" min="0.5" max="3" step="any" value="1.702"><output>1.702</output></label></div>` +
    `<p class="explore-message" role="status"></p>` +
    `<div class="chart-picture">${picture}</div>` +
    `<p class="explore-caption">Your formula minus the function</p>` +
    `<div class="chart-picture explore-error">${
      still([{ points: difference(1.702), colour: "3" }], {
        domain,
        range: ends,
        height: 160,
        left,
        alt: "x σ(1.702 x) minus GELU from −5 to 5",
      })
    }</div><output class="readout" aria-live="off"></output></div>`;
}

function difference(k: number) {
  return sample((x) => x / (1 + Math.exp(-k * x)) - activations.gelu(x), domain, 200);
}
