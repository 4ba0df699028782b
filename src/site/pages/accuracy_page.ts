import { activations } from "../../activations/catalogue.ts";
import { accuracy } from "../../activations/accuracy.ts";
import { measured, ulpText } from "../parts/accuracy_part.ts";
import { escapeHtml, tableHtml } from "../_html.ts";
import { type Link, type Page, pageOf } from "../_site.ts";

/** How accurate the libraries are, function by function. */
export function accuracyPage(link: Link): Page {
  const versions = new Map(measured.map(({ title, version }) => [title, version]));
  const named = [...versions].map(([title, version]) => `${title} ${version}`).join(", ");
  return {
    path: "accuracy",
    head: { tableOfContents: false },
    title: "How accurate the libraries are",
    description:
      "Largest errors of PyTorch, JAX, Keras, ONNX Runtime and TensorFlow.js, format by format",
    body: [
      `Actbook's functions are within ${accuracy[0]} units in the last place, their derivatives ` +
      `within ${accuracy[1]} and ${accuracy[2]}, at every input and every parameter. The others: ` +
      `${named}. In float64 they were measured against values with 60 digits, in the narrower ` +
      "formats against Actbook's doubles, in 16 bits at every input. ∞ means that somewhere every " +
      "digit is lost. Left out are places next to a zero of the function, subnormal numbers, and " +
      "of the derivatives the corners, where a slope is a convention.",
      ...formats.map((format) => `## ${format}\n\n${tableOf(format, link)}`),
    ].join("\n\n"),
  };
}

const formats = [...new Set(measured.map(({ format }) => format))];

/** Largest errors of f, f′ and f″ in one format, a library beside the other. */
function tableOf(format: string, link: Link): string {
  const libraries = measured.filter((each) => each.format === format);
  const ids = Object.keys(activations).filter((id) => libraries.some(({ all }) => all[id]));
  const rows = ids.map((id) => [
    `<a href="${link(pageOf(id))}">${escapeHtml(activations[id].title, "attribute")}</a>`,
    ...libraries.map(({ all }) =>
      all[id] ? [0, 1, 2].map((order) => ulpText(all[id][order])).join("; ") : "–"
    ),
  ]);
  return tableHtml(["Function", ...libraries.map(({ title }) => title)], rows, {
    caption:
      `Largest errors of <i>f</i>; <i>f</i>′; <i>f</i>″ in units of the last place of ${format}`,
    className: "numbers",
  });
}
