import { activations } from "../../activations/catalogue.ts";
import { accuracy } from "../../activations/accuracy.ts";
import { measured, ulpText } from "../parts/accuracy_part.ts";
import { escapeHtml, tableHtml } from "../_html.ts";
import { type Link, type Page, pageOf } from "../_site.ts";
import peers from "../../../tests/accuracy/peers.json" with { type: "json" };

/** How accurate the libraries are, function by function. */
export function accuracyPage(link: Link): Page {
  const ids = Object.keys(activations).filter((id) => measured.some(({ all }) => all[id]));
  const table = (order: number, name: string) =>
    tableHtml(
      ["Function", ...measured.map(({ title, format }) => `${title} (${format})`)],
      ids.map((id) => [
        `<a href="${link(pageOf(id))}">${escapeHtml(activations[id].title, "attribute")}</a>`,
        ...measured.map(({ all }) => ulpText(all[id]?.[order])),
      ]),
      { caption: `Largest error of ${name} in units of the last place`, className: "numbers" },
    );
  const versions = measured
    .map(({ key, title }) => `${title} ${(peers.versions as Record<string, string>)[key]}`);
  return {
    path: "accuracy",
    title: "How accurate the libraries are",
    description: "Largest errors of PyTorch, JAX and TensorFlow.js in units of the last place",
    body: [
      `Actbook's functions are within ${accuracy[0]} units in the last place, their derivatives ` +
      `within ${accuracy[1]} and ${accuracy[2]}, at every input and every parameter. The others ` +
      `were measured at the same inputs against values with 60 digits: ${versions.join(", ")}. ` +
      "∞ means that somewhere every digit is lost.",
      "## Functions",
      table(0, "f"),
      "## Derivatives",
      table(1, "f′"),
      "## Second derivatives",
      table(2, "f″"),
    ].join("\n\n"),
  };
}
