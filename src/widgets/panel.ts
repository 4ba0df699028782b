import { displaySymbol, isDisplayable, mime } from "../display/bundle.ts";
import { Model } from "./_model.ts";
import { type Widget, widgetOf } from "./widget.ts";

/** A place in a notebook whose contents can be changed at any time. */
export interface Panel extends Widget {
  /** Shows things in it, in place of what was there. Texts are shown as they are. */
  show(...things: readonly unknown[]): Promise<void>;
  /** Empties it. */
  clear(): void;
}

/**
 * A place for what a widget's function shows: charts, tables, texts. Needs the kernel TypeScript
 * (Actbook), and a front end that knows ipywidgets.
 *
 * @returns the place, to be shown, empty
 * @throws Error if the kernel has no widgets
 *
 * @example
 * ```ts ignore
 * import { gelu, plot, show } from "@actbook/actbook";
 * import { panel } from "@actbook/actbook/widgets";
 *
 * const place = panel();
 * await show(place);
 * await place.show(plot(gelu));
 * ```
 */
export function panel(): Panel {
  const layout = new Model({ module: "base", name: "Layout" }, {}).reference;
  const model = new Model({ module: "output", name: "Output" }, {
    layout,
    msg_id: "",
    outputs: [],
  });
  let latest = 0;
  return {
    ...widgetOf(model, () => "panel"),
    async show(...things) {
      const turn = ++latest;
      const outputs = await Promise.all(things.map(outputOf));
      // What took longer than the one after it comes too late.
      if (turn === latest) model.set({ outputs });
    },
    clear() {
      latest++;
      model.set({ outputs: [] });
    },
  };
}

async function outputOf(thing: unknown) {
  const data = isDisplayable(thing)
    ? await thing[displaySymbol]()
    : { [mime.plain]: typeof thing === "string" ? thing : Deno.inspect(thing) };
  return { output_type: "display_data", data, metadata: {} };
}
