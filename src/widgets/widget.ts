import { type Displayable, displaySymbol } from "../display/bundle.ts";
import type { Model } from "./_model.ts";

/** Something in a notebook that the reader can move, press or fill in. */
export interface Widget extends Displayable {
  /** How other widgets refer to it. */
  readonly reference: string;
  /** Takes it away, wherever it is shown. */
  close(): void;
}

/** A widget with a value that both sides can change. */
export interface ValueWidget<Value> extends Widget {
  /** The value; setting it moves what the reader sees. */
  value: Value;
  /** Calls a function with each value that the reader chooses; errors are shown in the cell. */
  onChange(heard: (value: Value) => unknown): this;
}

/** @internal */
export function widgetOf(model: Model, plain: () => string): Widget {
  return {
    reference: model.reference,
    close: () => model.close(),
    [displaySymbol]: () => ({ ...model.view, "text/plain": plain() }),
  };
}

/** @internal */
export function valueWidgetOf<Value>(
  model: Model,
  { key = "value", name, from = (stored) => stored as Value, to = (value) => value }: {
    readonly key?: string;
    readonly name: string;
    readonly from?: (stored: unknown) => Value;
    readonly to?: (value: Value) => unknown;
  },
  heard?: (value: Value) => unknown,
): ValueWidget<Value> {
  const value = () => from(model.state[key]);
  const self: ValueWidget<Value> = {
    ...widgetOf(model, () => `${name}: ${value()}`),
    get value() {
      return value();
    },
    set value(next) {
      model.set({ [key]: to(next) });
    },
    onChange(listener) {
      model.onChange((changes) => key in changes ? listener(value()) : undefined);
      return self;
    },
  };
  return heard ? self.onChange(heard) : self;
}
