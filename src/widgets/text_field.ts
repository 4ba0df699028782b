import { control } from "./_model.ts";
import { type ValueWidget, valueWidgetOf } from "./widget.ts";

/**
 * A line to fill in. Needs the kernel TypeScript (Actbook), and a front end that knows ipywidgets.
 *
 * @param title beside it
 * @param value what stands in it at first
 * @param heard what is called with the text when the reader leaves the line or presses Enter
 * @returns the line, to be shown
 * @throws Error if the kernel has no widgets
 *
 * @example
 * ```ts ignore
 * import { textField } from "@actbook/actbook/widgets";
 *
 * textField("name", "", (name) => console.log(name));
 * ```
 */
export function textField(
  title: string,
  value = "",
  heard?: (value: string) => unknown,
): ValueWidget<string> {
  const state = { description: title, value, continuous_update: false, placeholder: "" };
  return valueWidgetOf<string>(control("Text", state, "Text"), { name: title }, heard);
}
