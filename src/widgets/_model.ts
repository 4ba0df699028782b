/**
 * Models of ipywidgets: named numbers and texts that the front end keeps the same on both sides.
 * https://github.com/jupyter-widgets/ipywidgets/blob/main/packages/schema/messages.md
 *
 * @module
 */

import { type Comm, openComm } from "./_comm.ts";

/** What a model holds, by name. */
export type State = Readonly<Record<string, unknown>>;

/** The packages of the front end, with the versions that ipywidgets 8 has, and whatever anywidget there is. */
const modules = {
  controls: ["@jupyter-widgets/controls", "2.0.0"],
  base: ["@jupyter-widgets/base", "2.0.0"],
  output: ["@jupyter-widgets/output", "1.0.0"],
  any: ["anywidget", "*"],
} as const;

/** Where a model and its view come from. */
export interface Kind {
  readonly module: keyof typeof modules;
  /** `FloatSlider` for `FloatSliderModel`. */
  readonly name: string;
  /** The view, if it is not named like the model; null for a model that shows nothing. */
  readonly view?: string | null;
}

/** A model, on this side. */
export class Model {
  readonly #comm: Comm;
  #state: Record<string, unknown>;
  readonly #listeners: ((changes: State) => unknown)[] = [];
  readonly #events: ((content: unknown) => unknown)[] = [];

  constructor({ module, name, view = `${name}View` }: Kind, state: State) {
    const [place, version] = modules[module];
    this.#state = {
      _model_module: place,
      _model_module_version: version,
      _model_name: `${name}Model`,
      _view_module: view === null ? null : place,
      _view_module_version: view === null ? "" : version,
      _view_name: view,
      ...state,
    };
    const data = { state: this.#state, buffer_paths: [] };
    this.#comm = openComm("jupyter.widget", data, { version: "2.1.0" });
    this.#comm.onMessage(async ({ method, state = {}, content }) => {
      if (method === "request_state") return this.#send(this.#state);
      if (method === "custom") { for (const heard of this.#events) await heard(content); }
      if (method !== "update") return;
      Object.assign(this.#state, state);
      for (const heard of this.#listeners) await heard(state);
    });
  }

  /** How other models refer to it. */
  get reference(): string {
    return `IPY_MODEL_${this.#comm.id}`;
  }

  /** What it holds. */
  get state(): State {
    return this.#state;
  }

  /** The output that shows it. */
  get view(): Readonly<Record<string, unknown>> {
    const id = this.#comm.id;
    return {
      "application/vnd.jupyter.widget-view+json": {
        version_major: 2,
        version_minor: 0,
        model_id: id,
      },
    };
  }

  /** Changes it on both sides. */
  set(changes: State): void {
    Object.assign(this.#state, changes);
    this.#send(changes);
  }

  /** Calls a function with what the reader changes. */
  onChange(heard: (changes: State) => unknown): void {
    this.#listeners.push(heard);
  }

  /** Calls a function with what the view says besides. */
  onEvent(heard: (content: unknown) => unknown): void {
    this.#events.push(heard);
  }

  /** Sends the view something that is not kept. */
  tell(content: object): void {
    this.#comm.send({ method: "custom", content });
  }

  /** Takes it away. */
  close(): void {
    this.#comm.close();
  }

  #send(state: State): void {
    this.#comm.send({ method: "update", state, buffer_paths: [] });
  }
}

/** A model of a control with its layout and, where it has one, its style. */
export function control(name: string, state: State, style?: string, view?: string): Model {
  const layout = new Model({ module: "base", name: "Layout" }, {}).reference;
  const look = style && new Model({ module: "controls", name: `${style}Style`, view: null }, {});
  return new Model({ module: "controls", name, view }, {
    layout,
    ...(look ? { style: look.reference } : {}),
    ...state,
  });
}
