import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { checkOptions, type Known } from "../../src/options/check_options.ts";
import { closest } from "../../src/options/_closest.ts";
import * as kinds from "../../src/options/kinds.ts";

interface Sample {
  readonly title?: string;
  readonly domain?: readonly [number, number];
  readonly scale?: "linear" | "log";
  readonly order: 1 | 2;
  readonly theme?: string | { readonly name: string };
  readonly f?: (x: number) => number;
}

const known: Known<Sample> = {
  title: kinds.text,
  domain: kinds.interval,
  scale: kinds.oneOf("linear", "log"),
  order: kinds.needed(kinds.oneOf(1, 2)),
  theme: kinds.either(kinds.text, kinds.object),
  f: kinds.callable,
};

const check = (options: unknown) => checkOptions("test", options as Sample, known);

Deno.test("checkOptions() lets pass what is right", () => {
  check({ order: 1 });
  check({ order: 2, title: undefined, domain: [-1, 1], scale: "log", f: Math.sin });
  check({ order: 1, theme: { name: "own" }, domain: Float64Array.of(0, 1) });
});

Deno.test("checkOptions() names the unknown key, what was meant, and what is known", () => {
  const { message } = assertThrows(() => check({ order: 1, domian: [0, 1] }), TypeError);
  assertEquals(
    message,
    "Cannot test as there is no option domian, perhaps domain is meant: " +
      "the options are title, domain, scale, order, theme, f",
  );
  assertThrows(() => check({ order: 1, toString: 1 }), TypeError, "no option toString:");
});

Deno.test("checkOptions() names the key whose value is of the wrong kind, and the value", () => {
  const cases: [object, string][] = [
    [{ order: 1, title: 3 }, "title must be a text: current value is 3"],
    [{ order: 1, domain: [1] }, "domain must be two numbers, [low, high]: current value is [1]"],
    [{ order: 1, domain: ["a", "b"] }, 'current value is ["a", "b"]'],
    [{ order: 1, f: {} }, "f must be a function: current value is an object of class Object"],
    [{ order: 1, theme: null }, "theme must be a text or an object: current value is null"],
    [{ order: "1" }, 'order must be 1 or 2: current value is "1"'],
    [{}, "order must be 1 or 2: current value is undefined"],
    [[1, 2], "options must be an object with title, domain"],
  ];
  for (const [options, message] of cases) {
    assertStringIncludes(assertThrows(() => check(options), TypeError).message, message);
  }
  assertThrows(() => check(undefined), TypeError, "order must be 1 or 2");
});

Deno.test("checkOptions() says which words there are", () => {
  assertThrows(
    () => check({ order: 1, scale: "lgo" }),
    RangeError,
    'scale must be one of linear, log: current value is "lgo"',
  );
});

Deno.test("what is meant is the nearest name, if one is near", () => {
  const names = ["domain", "columns", "count", "x"];
  assertEquals(closest("domian", names), "domain");
  assertEquals(closest("colums", names), "columns");
  assertEquals(closest("Count", names), "count");
  assertEquals(closest("palette", names), undefined);
  assertEquals(closest("q", names), undefined);
});

Deno.test("the compiler refuses a list that does not match the options", () => {
  // @ts-expect-error a key is missing
  const short: Known<Sample> = { title: kinds.text };
  // @ts-expect-error there is no such option
  const long: Known<Sample> = { ...known, domian: kinds.interval };
  // @ts-expect-error not every title is a number
  const wrong: Known<Sample> = { ...known, title: kinds.number };
  // @ts-expect-error "log" is an option too
  const narrow: Known<Sample> = { ...known, scale: kinds.oneOf("linear") };
  // @ts-expect-error order must be given
  const lax: Known<Sample> = { ...known, order: kinds.oneOf(1, 2) };
  assertEquals([short, long, wrong, narrow, lax].length, 5);
});
