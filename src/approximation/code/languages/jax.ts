import { docstring, indent, type Language, lines, PYTHON_WORDS } from "./_language.ts";
import { arrayCalls, numpy } from "./numpy.ts";

/** JAX, which differentiates it by itself. */
export const jax: Language = {
  formats: ["float32", "float64"],
  number: numpy.number,
  calls: () => arrayCalls("jnp"),
  select: (condition, a, b) => `jnp.where(${condition}, ${a}, ${b})`,
  table: (name, values, format) => `${name} = jnp.array([${values.join(", ")}], jnp.${format})`,
  look: (name, place, last) =>
    `${name}[jnp.clip(jnp.nan_to_num(${place}), 0, ${last}).astype(jnp.int32)]`,
  local: numpy.local,
  whole: ({ name, note, body, format }) =>
    lines(
      "import jax",
      "import jax.numpy as jnp",
      "",
      "",
      "@jax.jit",
      `def ${name}(x):`,
      indent([
        ...docstring(note),
        `x = jnp.asarray(x, jnp.${format})`,
        ...body.lines,
        `return ${body.value}`,
      ], 4),
    ),
  // The gradient of a branch that is not taken must be finite.
  clamp: (format) => format === "float32" ? 80 : 700,
  reserved: `${PYTHON_WORDS} jax jnp`,
};
