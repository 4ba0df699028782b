import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  anyWidget,
  button,
  checkbox,
  choice,
  inRow,
  panel,
  progressBar,
  slider,
  textField,
  type Widget,
} from "@actbook/actbook/widgets";
import { displaySymbol, formula } from "@actbook/actbook/display";

// deno-lint-ignore no-explicit-any
type Any = any;

/** A comm as the tests see it: what it was opened with, what it sent, and how to answer. */
interface Seen {
  readonly id: string;
  readonly state: Any;
  readonly sent: Any[];
  receive: (data: Any) => unknown;
  closed: boolean;
}

/** Does something where comms are, and gives those that were opened. */
async function withComms(work: (opened: Seen[]) => unknown): Promise<void> {
  const opened: Seen[] = [];
  const open = (target: string, data: Any, { metadata }: Any) => {
    assertEquals([target, metadata], ["jupyter.widget", { version: "2.1.0" }]);
    const seen: Seen = {
      id: `comm${opened.length}`,
      state: structuredClone(data.state),
      sent: [],
      receive: () => {},
      closed: false,
    };
    opened.push(seen);
    return {
      id: seen.id,
      send: (data: Any) => seen.sent.push(structuredClone(data)),
      close: () => seen.closed = true,
      onMessage: (receive: Seen["receive"]) => seen.receive = receive,
    };
  };
  const name = Symbol.for("actbook.comms");
  Object.defineProperty(globalThis, name, { value: { open }, configurable: true });
  try {
    await work(opened);
  } finally {
    delete (globalThis as Any)[name];
  }
}

const update = (state: object) => ({ method: "update", state, buffer_paths: [] });

Deno.test("a widget says which kernel it needs", () => {
  assertThrows(() => slider(), Error, "the kernel must be TypeScript (Actbook)");
});

Deno.test("a slider has a range and a value that both sides change", async () => {
  await withComms(async (opened) => {
    const heard: number[] = [];
    const k = slider({ title: "k", min: 1, max: 3 }, (value) => heard.push(value));
    const { state, sent, receive } = opened.at(-1)!;
    assertEquals([state._model_name, state._view_name], ["FloatSliderModel", "FloatSliderView"]);
    assertEquals([state.min, state.max, state.step, state.value], [1, 3, 0.02, 2]);
    await receive(update({ value: 2.5 }));
    assertEquals([k.value, heard], [2.5, [2.5]]);
    k.value = 1;
    assertEquals([sent.at(-1), heard], [update({ value: 1 }), [2.5]]);
    await receive({ method: "request_state" });
    assertEquals(sent.at(-1).state.value, 1);
    assertEquals(sent.at(-1).state._model_name, "FloatSliderModel");
  });
});

Deno.test("a slider refuses an empty range and a step that leads nowhere", async () => {
  await withComms(() => {
    assertThrows(() => slider({ min: 1, max: 1 }), RangeError, "min < max must hold");
    assertThrows(() => slider({ step: 0 }), RangeError, "step must be > 0");
  });
});

Deno.test("layout and style are models that the control refers to", async () => {
  await withComms((opened) => {
    slider();
    const [layout, style, control] = opened;
    assertEquals(control.state.layout, `IPY_MODEL_${layout.id}`);
    assertEquals(control.state.style, `IPY_MODEL_${style.id}`);
    assertEquals(layout.state._model_module, "@jupyter-widgets/base");
  });
});

Deno.test("a button calls its function, and only when it is pressed", async () => {
  await withComms(async (opened) => {
    let count = 0;
    button("Go", () => count++);
    const { receive } = opened.at(-1)!;
    await receive({ method: "custom", content: { event: "click" } });
    await receive({ method: "custom", content: { event: "hover" } });
    await receive(update({ description: "x" }));
    assertEquals(count, 1);
  });
});

Deno.test("a choice gives values for names", async () => {
  await withComms(async (opened) => {
    const heard: unknown[] = [];
    const f = choice("f", { sin: Math.sin, cos: Math.cos }, (value) => heard.push(value));
    await opened.at(-1)!.receive(update({ index: 1 }));
    assertEquals([f.value, heard], [Math.cos, [Math.cos]]);
    f.value = Math.sin;
    assertEquals(opened.at(-1)!.sent.at(-1), update({ index: 0 }));
    assertThrows(() => choice("f", {}), TypeError, "at least one value is required");
  });
});

Deno.test("boxes, lines and bars have their values", async () => {
  await withComms(async (opened) => {
    const heard: unknown[] = [];
    const box = checkbox("log", true, (value) => heard.push(value));
    await opened.at(-1)!.receive(update({ value: false }));
    const line = textField("name", "a", (value) => heard.push(value));
    await opened.at(-1)!.receive(update({ value: "b" }));
    const bar = progressBar("work", 10);
    bar.value = 4;
    assertEquals([box.value, line.value, bar.value, heard], [false, "b", 4, [false, "b"]]);
    assertThrows(() => progressBar("x", 0), RangeError, "max must be > 0");
  });
});

Deno.test("a panel shows things in its place, the latest call last however long each takes", async () => {
  await withComms(async (opened) => {
    const place = panel();
    const { sent } = opened.at(-1)!;
    const slow = {
      [displaySymbol]: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return { "text/plain": "slow" };
      },
    };
    await Promise.all([place.show(slow), place.show("text", formula("x"), { a: 1 })]);
    assertEquals(sent.length, 1);
    const shown = sent[0].state.outputs.map(({ data }: Any) => data["text/plain"]);
    assertEquals([shown[0], shown[2]], ["text", "{ a: 1 }"]);
    assertEquals(Object.keys(sent[0].state.outputs[1].data).includes("text/latex"), true);
    place.clear();
    assertEquals(sent.at(-1), update({ outputs: [] }));
  });
});

Deno.test("widgets together refer to one another, and a closed one is gone", async () => {
  await withComms(async (opened) => {
    const [a, b] = [slider(), slider()];
    const row = inRow(a, b);
    assertEquals(opened.at(-1)!.state.children, [a.reference, b.reference]);
    row.close();
    assertEquals(opened.at(-1)!.closed, true);
    const bundle = await (row as Widget)[displaySymbol]();
    assertEquals(bundle["application/vnd.jupyter.widget-view+json"], {
      version_major: 2,
      version_minor: 0,
      model_id: opened.at(-1)!.id,
    });
  });
});

Deno.test("a widget of one's own has its module, its state and its events", async () => {
  await withComms(async (opened) => {
    const heard: unknown[] = [];
    const own = anyWidget({ module: "export default {}", state: { n: 1 } })
      .onChange((changes) => heard.push(changes)).onEvent((content) => heard.push(content));
    const { state, sent, receive } = opened.at(-1)!;
    assertEquals([state._model_name, state._esm, state.n], ["AnyModel", "export default {}", 1]);
    await receive(update({ n: 2 }));
    await receive({ method: "custom", content: "hi" });
    own.set({ n: 3 });
    own.send({ ping: 1 });
    assertEquals([own.state, heard], [{ n: 3 }, [{ n: 2 }, "hi"]]);
    assertEquals(sent.at(-1), { method: "custom", content: { ping: 1 } });
  });
});

Deno.test("what a function throws is not swallowed", async () => {
  await withComms(async (opened) => {
    button("Go", () => {
      throw new Error("no");
    });
    const click = { method: "custom", content: { event: "click" } };
    await assertRejects(async () => await opened.at(-1)!.receive(click), Error, "no");
  });
});
