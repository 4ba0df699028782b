import { assert, assertEquals } from "@std/assert";
import { activations } from "../../src/activations/catalogue.ts";
import { cases } from "./other_parameters.ts";

/** Ulps of f, f′ and f″ promised for smooth functions. */
const bounds = [0.6, 1.1, 2];

for (const { id, parameters, rows } of cases) {
  const f = activations[id].with(parameters);
  Deno.test(`${f.title} and its derivatives are as accurate as with default parameters`, () => {
    const orders = [f, f.derivative, f.derivative.derivative];
    orders.forEach((g, order) => {
      for (const [x, ...values] of rows) {
        const [high, low] = values.slice(2 * order);
        const error = Math.abs((g(x) - high) - low) / ulp(high);
        assert(error <= bounds[order], `${g.id}(${x}) is ${g(x)}, ${error} ulp from ${high}`);
      }
    });
  });
}

/** The distance to the next double away from 0. */
function ulp(x: number): number {
  return x === 0 ? Number.MIN_VALUE : 2 ** (Math.floor(Math.log2(Math.abs(x))) - 52);
}

// A Python with mpmath, if there is one: "python3" or what ACTBOOK_PYTHON names.
const python = Deno.env.get("ACTBOOK_PYTHON") ?? "python3";
const hasMpmath = await new Deno.Command(python, { args: ["-c", "import mpmath"] }).output()
  .then(({ success }) => success, () => false);

Deno.test({
  name: "the values are what the generator writes",
  ignore: !hasMpmath,
  fn: async () => {
    const generator = new URL("other_parameters.py", import.meta.url).pathname;
    const { stdout } = await new Deno.Command(python, { args: [generator] }).output();
    const text = await Deno.readTextFile(new URL("other_parameters.ts", import.meta.url));
    // The formatter moves spaces and commas.
    const bare = (source: string) => source.replace(/[\s,]/g, "");
    assertEquals(bare(text), bare(new TextDecoder().decode(stdout)));
  },
});
