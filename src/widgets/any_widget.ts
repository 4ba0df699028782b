import { checkOptions } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { Model, type State } from "./_model.ts";
import { type Widget, widgetOf } from "./widget.ts";

/** What a widget of one's own is made of. */
export interface AnyWidgetOptions {
  /** A JavaScript module that exports `{ render({ model, el }) { … } }` by default. */
  readonly module: string;
  /** Its style sheet. */
  readonly css?: string;
  /** What both sides share at first, by name. */
  readonly state?: State;
}

/** A widget of one's own. */
export interface AnyWidget extends Widget {
  /** What both sides share. */
  readonly state: State;
  /** Changes what both sides share. */
  set(changes: State): void;
  /** Calls a function with what the view changes. */
  onChange(heard: (changes: State) => unknown): this;
  /** Calls a function with what the view sends by `model.send`. */
  onEvent(heard: (content: unknown) => unknown): this;
  /** Sends the view something, for its `model.on("msg:custom", …)`. */
  send(content: object): void;
}

/**
 * A widget of one's own, whose view is a JavaScript module given as text, as anywidget has it
 * (https://anywidget.dev). Needs the kernel TypeScript (Actbook), and a front end with anywidget.
 *
 * @param options the module, its style, what both sides share
 * @returns the widget, to be shown
 * @throws Error if the kernel has no widgets
 *
 * @example
 * ```ts ignore
 * import { anyWidget } from "@actbook/actbook/widgets";
 *
 * const counter = anyWidget({
 *   module: `export default { render({ model, el }) {
 *     const button = document.createElement("button");
 *     const write = () => button.textContent = "count: " + model.get("count");
 *     button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); };
 *     model.on("change:count", write);
 *     write();
 *     el.append(button);
 *   } }`,
 *   state: { count: 0 },
 * });
 * counter.onChange(({ count }) => console.log(count));
 * ```
 */
export function anyWidget(options: AnyWidgetOptions): AnyWidget {
  checkOptions("make a widget", options, {
    module: kinds.needed(kinds.text),
    css: kinds.text,
    state: kinds.object,
  });
  const { module, css = "", state = {} } = options;
  const layout = new Model({ module: "base", name: "Layout" }, {}).reference;
  const model = new Model({ module: "any", name: "Any" }, {
    layout,
    ...state,
    _esm: module,
    _css: css,
    _anywidget_id: "actbook",
  });
  const self: AnyWidget = {
    ...widgetOf(model, () => "widget"),
    get state() {
      return Object.fromEntries(Object.keys(state).map((name) => [name, model.state[name]]));
    },
    set: (changes) => model.set(changes),
    onChange(heard) {
      model.onChange(heard);
      return self;
    },
    onEvent(heard) {
      model.onEvent(heard);
      return self;
    },
    send: (content) => model.tell(content),
  };
  return self;
}
