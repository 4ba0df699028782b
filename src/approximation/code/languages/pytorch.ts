import {
  type Body,
  call,
  docstring,
  indent,
  type Language,
  lines,
  PYTHON_WORDS,
} from "./_language.ts";
import { numpy } from "./numpy.ts";

const isNumber = (text: string) => /^-?[\d.]+(e[-+]?\d+)?$/.test(text);

/** The larger or smaller of two: of a tensor and a number by clamp. */
function bound(name: "minimum" | "maximum", side: "min" | "max") {
  return (a: string, b: string) => {
    if (isNumber(b)) return `torch.clamp(${a}, ${side}=${b})`;
    if (isNumber(a)) return `torch.clamp(${b}, ${side}=${a})`;
    return `torch.${name}(${a}, ${b})`;
  };
}

/** PyTorch, with the derivative as its backward. */
export const pytorch: Language = {
  formats: ["float32", "float64"],
  slope: true,
  number: numpy.number,
  calls: () => ({
    exp: call("torch.exp"),
    exp2: call("torch.exp2"),
    expm1: call("torch.expm1"),
    log1p: call("torch.log1p"),
    sqrt: call("torch.sqrt"),
    floor: call("torch.floor"),
    tanh: call("torch.tanh"),
    abs: call("torch.abs"),
    sign: call("torch.sign"),
    step: (a) => `(${a} > 0).to(x.dtype)`,
    min: bound("minimum", "max"),
    max: bound("maximum", "min"),
  }),
  select: (condition, a, b) => `torch.where(${condition}, ${a}, ${b})`,
  table: (name, values) =>
    `${name} = torch.tensor([${values.join(", ")}], dtype=x.dtype, device=x.device)`,
  look: (name, place, last) => `${name}[torch.nan_to_num(${place}).clamp(0, ${last}).long()]`,
  local: numpy.local,
  whole: ({ name, note, body, slope }) => {
    const kept = (text: string, of: Body) => [
      `def ${text}(x):`,
      ...indent([...of.lines, `return ${of.value}`], 4),
    ];
    return lines(
      "import torch",
      "",
      "",
      kept(`_${name}_value`, body),
      "",
      "",
      kept(`_${name}_slope`, slope!),
      "",
      "",
      `class _${name}(torch.autograd.Function):`,
      indent([
        "@staticmethod",
        "def forward(ctx, x):",
        "    ctx.save_for_backward(x)",
        `    return _${name}_value(x)`,
        "",
        "@staticmethod",
        "def backward(ctx, gradient):",
        "    (x,) = ctx.saved_tensors",
        `    return gradient * _${name}_slope(x)`,
      ], 4),
      "",
      "",
      `def ${name}(x):`,
      indent([...docstring(note), `return _${name}.apply(x)`], 4),
    );
  },
  clamp: (format) => format === "float32" ? 80 : 700,
  reserved: `${PYTHON_WORDS} torch ctx gradient`,
};
