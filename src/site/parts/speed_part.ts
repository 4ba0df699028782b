import { activations } from "../../activations/catalogue.ts";
import { escapeHtml, tableHtml } from "../_html.ts";
import { type Link, pageOf } from "../_site.ts";
import record from "../../../tests/bench/arrays.json" with { type: "json" };

type Nanoseconds = Readonly<Record<string, readonly (number | null)[] | undefined>>;

const ns = record.ns as Readonly<Record<string, Nanoseconds>>;
const versions = record.versions as Readonly<Record<string, string>>;

/** Who is shown, on one thread: the key in the record, and what it is called. */
const shown: readonly (readonly [key: string, title: string])[] = [
  ["nearest", "Actbook, nearest"],
  ["fast", "Actbook, fast"],
  ["plain loop", "A plain loop in TypeScript"],
  ["TensorFlow.js cpu", "TensorFlow.js, cpu"],
  ["TensorFlow.js wasm", "TensorFlow.js, wasm"],
  ["PyTorch, 1 thread", "PyTorch"],
  ["JAX, 1 thread", "JAX"],
];

/** How many numbers an array has that is timed. */
const sizes = [10_000, 1_000_000];

/** Nanoseconds for each number, as they are written. */
function timeText(key: string, id: string, size: number): string {
  const time = ns[key]?.[id]?.[record.sizes.indexOf(size)];
  return time ? `${Number(time.toPrecision(2))}` : "–";
}

const measured = (id: string) => shown.some(([key]) => ns[key]?.[id]);

const named = ([key, title]: readonly [string, string]) =>
  versions[key] ? `${title} ${versions[key].replace(/\+.*/, "")}` : title;

const heads = sizes.map((size) => `${size.toLocaleString("en")} numbers`);

/** What a function takes for each number of an array. */
export function speedPart(id: string): string {
  if (!measured(id)) return "It was not measured.";
  const rows = shown.filter(([key]) => ns[key]?.[id]).map((each) => [
    named(each),
    ...sizes.map((size) => timeText(each[0], id, size)),
  ]);
  return tableHtml(["", ...heads], rows, {
    caption: "Nanoseconds for each number of a Float32Array, one thread; " +
      escapeHtml(record.machine, "attribute"),
    className: "numbers narrow",
  });
}

/** All of them in a table for each size. */
export function speedTables(link: Link): string {
  const ids = Object.keys(activations).filter(measured);
  return sizes.map((size, k) =>
    `## ${heads[k]}\n\n` + tableHtml(
      ["Function", ...shown.map(named)],
      ids.map((id) => [
        `<a href="${link(pageOf(id))}">${escapeHtml(activations[id].title, "attribute")}</a>`,
        ...shown.map(([key]) => timeText(key, id, size)),
      ]),
      {
        caption: "Nanoseconds for each number of a Float32Array, one thread",
        className: "numbers wide",
      },
    )
  ).join("\n\n");
}

/** On what it was measured. */
export const machine: string = record.machine;
