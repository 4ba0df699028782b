import { control } from "./_model.ts";
import { type ValueWidget, valueWidgetOf } from "./widget.ts";

/**
 * A list of which the reader chooses one. Needs the kernel TypeScript (Actbook), and a front end that
 * knows ipywidgets.
 *
 * @param title beside it
 * @param values what there is to choose, by name
 * @param heard what is called with the value that is chosen
 * @returns the list, to be shown; the first value is chosen
 * @throws TypeError if there is nothing to choose
 * @throws Error if the kernel has no widgets
 *
 * @example
 * ```ts ignore
 * import { gelu, relu } from "@actbook/actbook";
 * import { choice } from "@actbook/actbook/widgets";
 *
 * choice("function", { gelu, relu }, (f) => console.log(f(1)));
 * ```
 */
export function choice<Value>(
  title: string,
  values: Readonly<Record<string, Value>>,
  heard?: (value: Value) => unknown,
): ValueWidget<Value> {
  const names = Object.keys(values);
  if (names.length === 0) {
    throw new TypeError(
      "Cannot make a choice as at least one value is required: current value is {}",
    );
  }
  const state = { description: title, _options_labels: names, index: 0 };
  const model = control("Dropdown", state, "Description");
  return valueWidgetOf<Value>(model, {
    key: "index",
    name: title,
    from: (index) => values[names[index as number]],
    to: (value) => names.findIndex((name) => values[name] === value),
  }, heard);
}
