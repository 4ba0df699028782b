import type { Child } from "./child.ts";

/** `Deno.test` in a cell: the tests run when the cell is through, and their report is shown. */
export function installTests(child: Child): void {
  const { deno, dress } = child;
  // deno-lint-ignore no-explicit-any
  type Any = any;
  interface Test {
    name: string;
    fn: (context: Any) => unknown;
    ignore?: boolean;
    only?: boolean;
  }
  let tests: Test[] = [];
  const hooks: Record<string, (() => unknown)[]> = {};
  const clock = performance;

  const define = (more: Partial<Test>) => (...args: Any[]) => {
    const test = { ...more } as Test;
    for (const each of args) {
      if (typeof each === "string") test.name = each;
      else if (typeof each === "function") test.fn = each;
      else Object.assign(test, each);
    }
    test.name ??= test.fn?.name;
    if (typeof test.fn !== "function") throw new TypeError("Cannot run a test without a function");
    if (!test.name) throw new TypeError("Cannot run a test without a name");
    tests.push({ ...test, ...more });
  };
  const test: Any = define({});
  test.ignore = test.skip = define({ ignore: true });
  test.only = define({ only: true });
  for (const when of ["beforeAll", "beforeEach", "afterEach", "afterAll"]) {
    test[when] = (fn: () => unknown) => void (hooks[when] ??= []).push(fn);
  }
  dress.test = { value: test, enumerable: true };

  const line = (text: string) => child.write("stdout", `${text}\n`);
  const took = (since: number) => `(${Math.round(clock.now() - since)}ms)`;
  const call = async (when: string) => {
    for (const hook of hooks[when] ?? []) await hook();
  };
  /** Runs a test or a step of one; what fails inside makes it fail. */
  const run = async (test: Test, depth: number, failures: [string, unknown][]) => {
    const since = clock.now(), indent = "  ".repeat(depth);
    if (test.ignore) {
      line(`${indent}${test.name} ... ignored`);
      return true;
    }
    let steps = 0, failed = 0;
    const step = async (first: Any, second?: Any) => {
      const inner: Test = typeof first === "string"
        ? { name: first, fn: second }
        : typeof first === "function"
        ? { name: first.name, fn: first }
        : first;
      if (steps++ === 0) line(`${indent}${test.name} ...`);
      const well = await run(inner, depth + 1, failures);
      if (!well) failed++;
      return well;
    };
    try {
      if (depth === 0) await call("beforeEach");
      await test.fn({ name: test.name, origin: child.forCells.meta.url, step });
      if (depth === 0) await call("afterEach");
      if (failed > 0) throw new Error(`${failed} ${failed === 1 ? "step" : "steps"} failed`);
    } catch (error) {
      failures.push([test.name, error]);
      line(`${indent}${test.name} ... FAILED ${took(since)}`);
      return false;
    }
    line(`${indent}${test.name} ... ok ${took(since)}`);
    return true;
  };
  child.runTests = async () => {
    if (tests.length === 0) return 0;
    const since = clock.now(), all = tests, chosen = all.filter(({ only }) => only);
    const mine = chosen.length > 0 ? chosen : all, failures: [string, unknown][] = [];
    tests = [];
    let passed = 0, failed = 0;
    await call("beforeAll");
    for (const each of mine) {
      if (!await run(each, 0, failures)) failed++;
      else if (!each.ignore) passed++;
    }
    await call("afterAll");
    for (const when in hooks) delete hooks[when];
    for (const [name, error] of failures) {
      line(`\n${name} => ${deno.inspect(error, { colors: child.settings.colours })}`);
    }
    const ignored = mine.filter(({ ignore }) => ignore).length;
    const rest = (ignored > 0 ? ` | ${ignored} ignored` : "") +
      (all.length > mine.length ? ` | ${all.length - mine.length} filtered out` : "");
    const counts = `${passed} passed | ${failed} failed${rest}`;
    line(`\n${failed > 0 ? "FAILED" : "ok"} | ${counts} ${took(since)}`);
    return failed;
  };
}
