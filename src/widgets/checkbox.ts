import { control } from "./_model.ts";
import { type ValueWidget, valueWidgetOf } from "./widget.ts";

/**
 * A box to tick. Needs the kernel TypeScript (Actbook), and a front end that knows ipywidgets.
 *
 * @param title beside it
 * @param value whether it is ticked at first
 * @param heard what is called when the reader ticks it or not
 * @returns the box, to be shown
 * @throws Error if the kernel has no widgets
 *
 * @example
 * ```ts ignore
 * import { checkbox } from "@actbook/actbook/widgets";
 *
 * checkbox("logarithmic", false, (log) => console.log(log));
 * ```
 */
export function checkbox(
  title: string,
  value = false,
  heard?: (value: boolean) => unknown,
): ValueWidget<boolean> {
  const model = control("Checkbox", { description: title, value, indent: false }, "Checkbox");
  return valueWidgetOf<boolean>(model, { name: title }, heard);
}
