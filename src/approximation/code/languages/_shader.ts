import { both, call, single } from "./_language.ts";

/** Far beyond it a hyperbolic tangent of exponentials would be no number; here it is 1 already. */
const FLAT = "10.0";

/** The functions that GLSL and WGSL have alike; a step is a choice between 0 and 1. */
export const shaderCalls = (step: (a: string) => string) => {
  const tanh = (a: string) => `tanh(clamp(${a}, -${FLAT}, ${FLAT}))`;
  return {
    exp: call("exp"),
    exp2: call("exp2"),
    // Neither has them; by these no digit is lost beside 0.
    expm1: (a: string) => {
      const t = tanh(`0.5 * (${a})`);
      return `(2.0 * ${t} / (1.0 - ${t}))`;
    },
    log1p: (a: string) => `(2.0 * atanh((${a}) / (2.0 + (${a}))))`,
    sqrt: call("sqrt"),
    floor: call("floor"),
    tanh,
    abs: call("abs"),
    sign: call("sign"),
    step,
    min: both("min"),
    max: both("max"),
  };
};

/** What both have: 32 bits, an overflow whose result is left open, words that neither lends. */
export const shader = {
  formats: ["float32"],
  number: single,
  clamp: () => 80,
  losesNaN: true,
} as const;

/** Names of both that are no words. */
export const SHADER_WORDS =
  "main exp exp2 tanh atanh sqrt floor abs sign min max step clamp double half float int if else for " +
  "while do switch case default break continue return discard struct true false bool const";
