import { assert, assertMatch, assertThrows } from "@std/assert";
import * as actbook from "../../mod.ts";
import { paretoChart } from "../../src/display/charts/pareto.ts";

/** What shows something of a first argument: a list, a grid, a text. */
const functions: Readonly<Record<string, (given: never) => unknown>> = {
  ...actbook,
  curves: actbook.curves as (given: never) => unknown,
  scatter: actbook.scatter as (given: never) => unknown,
  group: (part: never) => actbook.group(part),
  link: (text: never) => actbook.link(text, "https://example.org"),
  valueTable: (given: never) => actbook.valueTable(given, [1]),
  paretoChart: (given: never) => paretoChart(given, () => []),
} as never;

const names = ("chart curves scatter histogram bars table heatMap surface boxPlot ecdf ulpChart " +
  "errorChart numberLine pareto paretoChart sliderChart plot beside below layered landmarks " +
  "valueTable formula derivation markdown image link group").split(" ");

const nothing = { undefined, null: null, number: 5, object: {}, symbol: Symbol("s") };

for (const name of names) {
  Deno.test(`${name}() says what it wants, and what it was given, when that is something else`, () => {
    for (const [what, value] of Object.entries(nothing)) {
      const error = assertThrows(
        () => functions[name](value as never),
        Error,
        undefined,
        `${name}(${what})`,
      );
      assert(error instanceof TypeError || error instanceof SyntaxError, `${name}(${what})`);
      assertMatch(error.message, /^Cannot .* as .*(must|have|given|spec)/, `${name}(${what})`);
    }
  });
}

Deno.test("lists of something else say which of them it is", () => {
  const lists = "table boxPlot ecdf ulpChart errorChart numberLine pareto beside below layered " +
    "landmarks valueTable derivation";
  for (const name of lists.split(" ")) {
    const error = assertThrows(() => functions[name]([5] as never), TypeError, undefined, name);
    assertMatch(error.message, /^Cannot .*current value is 5$/, name);
  }
});
