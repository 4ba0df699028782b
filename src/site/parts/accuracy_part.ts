import { accuracy } from "../../activations/accuracy.ts";
import { briefText, numberText, tableHtml } from "../_html.ts";
import narrow from "../../../tests/accuracy/peers_formats.json" with { type: "json" };
import peers from "../../../tests/accuracy/peers.json" with { type: "json" };

interface Worst {
  readonly ulp: number | string;
  readonly x: number;
}

type Measured = Readonly<Record<string, readonly (Worst | null)[]>>;

/** A library in a format, and the largest errors of its functions and their derivatives. */
export interface Library {
  readonly title: string;
  readonly version: string;
  readonly format: string;
  readonly all: Measured;
}

const { versions } = peers;

/** What the frameworks are called where they are run. */
const titles: Readonly<Record<string, string>> = { ONNX: "ONNX Runtime" };

const inFormats = narrow.peers.map(({ framework, format, versions, functions }): Library => ({
  title: titles[framework] ?? framework,
  version: Object.values(versions)[0],
  format,
  all: functions as unknown as Measured,
}));

/** The libraries that were measured, the widest format first. */
export const measured: readonly Library[] = [
  { title: "PyTorch", version: versions.torch, format: "float64", all: peers.torch as Measured },
  { title: "JAX", version: versions.jax, format: "float64", all: peers.jax as Measured },
  ...inFormats.filter(({ format }) => format === "float32"),
  {
    title: "TensorFlow.js",
    version: versions.tfjs,
    format: "float32",
    all: peers.tfjs as Measured,
  },
  ...inFormats.filter(({ format }) => format !== "float32"),
];

/** An error in units of the last place; ∞ where every digit is lost. */
export function ulpText(worst: Worst | null | undefined): string {
  if (!worst) return "–";
  return briefText(Number(worst.ulp), 2);
}

/** The largest error of each library in units of the last place, and where. */
export function accuracyPart(id: string): string {
  const ours = [
    "Actbook",
    "float64",
    ...accuracy.map((each) => `≤ ${each}`),
    "promised everywhere",
  ];
  const rows = measured.filter(({ all }) => all[id]).map(({ title, version, format, all }) => {
    const [f] = all[id];
    return [
      `${title} ${version}`,
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
