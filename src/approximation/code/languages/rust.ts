import { both, call, digits, indent, type Language, lines } from "./_language.ts";

const type = (format: string) => format === "float32" ? "f32" : "f64";

/** Rust. */
export const rust: Language = {
  formats: ["float32", "float64"],
  number: digits,
  calls: (format) => {
    const of = (name: string) => call(`${type(format)}::${name}`);
    return {
      exp: of("exp"),
      exp2: of("exp2"),
      expm1: of("exp_m1"),
      log1p: of("ln_1p"),
      sqrt: of("sqrt"),
      floor: of("floor"),
      tanh: of("tanh"),
      abs: of("abs"),
      sign: (a) => `(if ${a} > 0.0 { 1.0 } else if ${a} < 0.0 { -1.0 } else { 0.0 })`,
      step: (a) => `(if ${a} > 0.0 { 1.0 } else { 0.0 })`,
      min: both(`${type(format)}::min`),
      max: both(`${type(format)}::max`),
    };
  },
  select: (condition, a, b) => `if ${condition} { ${a} } else { ${b} }`,
  table: (name, values, format) =>
    `const ${name}: [${type(format)}; ${values.length}] = [${values.join(", ")}];`,
  // What is negative or no number becomes 0.
  look: (name, place, last) => `${name}[((${place}) as usize).min(${last})]`,
  local: (name, value) => `let ${name} = ${value};`,
  whole: ({ name, note, body, format }) =>
    lines(
      note.map((line) => `/// ${line}`),
      `pub fn ${name}(x: ${type(format)}) -> ${type(format)} {`,
      indent([...body.lines, body.value], 4),
      "}",
    ),
  reserved:
    "as async await break const continue crate dyn else enum extern false fn for if impl in let loop " +
    "match mod move mut pub ref return self Self static struct super trait true type union unsafe use " +
    "where while abstract become box do final macro override priv try typeof unsized virtual yield f32 " +
    "f64 main",
};
