import { control } from "./_model.ts";
import { type Widget, widgetOf } from "./widget.ts";

/**
 * A button that calls a function of yours. Needs the kernel TypeScript (Actbook), and a front end
 * that knows ipywidgets.
 *
 * @param title what stands on it
 * @param pressed what is called when it is pressed; what it shows is shown in the cell
 * @returns the button, to be shown
 * @throws Error if the kernel has no widgets
 *
 * @example
 * ```ts ignore
 * import { button } from "@actbook/actbook/widgets";
 *
 * let count = 0;
 * button("Count", () => console.log(++count));
 * ```
 */
export function button(title: string, pressed: () => unknown): Widget {
  const model = control("Button", { description: title, button_style: "", icon: "" }, "Button");
  model.onEvent((content) =>
    (content as { readonly event?: string } | undefined)?.event === "click" ? pressed() : undefined
  );
  return widgetOf(model, () => `button: ${title}`);
}
