import { control } from "./_model.ts";
import { type ValueWidget, valueWidgetOf } from "./widget.ts";

/**
 * A bar that fills as you set its value. Needs the kernel TypeScript (Actbook), and a front end that
 * knows ipywidgets; `progress` of the display works everywhere.
 *
 * @param title beside it
 * @param max the value at which it is full, above 0
 * @returns the bar, to be shown, empty
 * @throws RangeError if `max` is not positive
 * @throws Error if the kernel has no widgets
 *
 * @example
 * ```ts ignore
 * import { progressBar } from "@actbook/actbook/widgets";
 *
 * const bar = progressBar("training", 100);
 * bar.value = 50;
 * ```
 */
export function progressBar(title: string, max = 1): ValueWidget<number> {
  if (!(max > 0)) {
    throw new RangeError(`Cannot make a progress bar as max must be > 0: current value is ${max}`);
  }
  const state = { description: title, min: 0, max, value: 0, orientation: "horizontal" };
  const model = control("FloatProgress", { ...state, bar_style: "" }, "Progress", "ProgressView");
  return valueWidgetOf<number>(model, { name: title });
}
