import { accuracy } from "../../activations/accuracy.ts";
import { numberText, tableHtml } from "../_html.ts";
import peers from "../../../tests/accuracy/peers.json" with { type: "json" };

interface Worst {
  readonly ulp: number | string;
  readonly x: number;
}

type Measured = Readonly<Record<string, readonly (Worst | null)[]>>;

/** The libraries that were measured, and in which format. */
export const measured: readonly { key: string; title: string; format: string; all: Measured }[] = [
  { key: "torch", title: "PyTorch", format: "float64", all: peers.torch as Measured },
  { key: "jax", title: "JAX", format: "float64", all: peers.jax as Measured },
  { key: "tfjs", title: "TensorFlow.js", format: "float32", all: peers.tfjs as Measured },
];

const versions: Readonly<Record<string, string>> = peers.versions;

/** An error in units of the last place; ∞ where every digit is lost. */
export function ulpText(worst: Worst | null | undefined): string {
  if (!worst) return "–";
  const value = Number(worst.ulp);
  if (value === 0) return "0";
  return value < 1000
    ? `${Number(value.toPrecision(2))}`
    : numberText(Number(value.toPrecision(2)));
}

/** The largest error of each library in units of the last place, and where. */
export function accuracyPart(id: string): string {
  const ours = [
    "Actbook",
    "float64",
    ...accuracy.map((each) => `≤ ${each}`),
    "promised everywhere",
  ];
  const rows = measured.filter(({ all }) => all[id]).map(({ key, title, format, all }) => {
    const [f] = all[id];
    return [
      `${title} ${versions[key]}`,
      format,
      ...[0, 1, 2].map((order) => ulpText(all[id][order])),
      f && Number(f.ulp) > 1 ? `x = ${numberText(f.x, 6)}` : "",
    ];
  });
  return tableHtml(
    ["Library", "Format", "<i>f</i>", "<i>f</i>′", "<i>f</i>″", "worst <i>f</i> at"],
    [ours, ...rows],
    {
      caption: "Largest error, in units of the last place; ∞ where every digit is lost",
      className: "numbers",
    },
  );
}
