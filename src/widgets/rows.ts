import { control } from "./_model.ts";
import { type Widget, widgetOf } from "./widget.ts";

function box(name: "HBox" | "VBox", widgets: readonly Widget[]): Widget {
  const children = widgets.map(({ reference }) => reference);
  return widgetOf(control(name, { children, box_style: "" }), () => `${widgets.length} widgets`);
}

/**
 * Widgets beside one another.
 *
 * @param widgets from left to right
 * @returns what shows them together
 * @throws Error if the kernel has no widgets
 *
 * @example
 * ```ts ignore
 * import { inRow, slider } from "@actbook/actbook/widgets";
 *
 * inRow(slider({ title: "a" }), slider({ title: "b" }));
 * ```
 */
export function inRow(...widgets: readonly Widget[]): Widget {
  return box("HBox", widgets);
}

/**
 * Widgets below one another.
 *
 * @param widgets from the top down
 * @returns what shows them together
 * @throws Error if the kernel has no widgets
 *
 * @example
 * ```ts ignore
 * import { inColumn, panel, slider } from "@actbook/actbook/widgets";
 *
 * inColumn(slider({ title: "a" }), panel());
 * ```
 */
export function inColumn(...widgets: readonly Widget[]): Widget {
  return box("VBox", widgets);
}
