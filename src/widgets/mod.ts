/**
 * Sliders, buttons and the like that call functions of a notebook: ipywidgets for the kernel
 * TypeScript (Actbook). Deno's own kernel has no comms, on which widgets rest; there the sliders of
 * `sliderChart` move a chart without a kernel.
 *
 * @module
 */

export { type AnyWidget, anyWidget, type AnyWidgetOptions } from "./any_widget.ts";
export { button } from "./button.ts";
export { checkbox } from "./checkbox.ts";
export { choice } from "./choice.ts";
export { type Panel, panel } from "./panel.ts";
export { progressBar } from "./progress_bar.ts";
export { inColumn, inRow } from "./rows.ts";
export { slider, type SliderOptions } from "./slider.ts";
export { textField } from "./text_field.ts";
export type { ValueWidget, Widget } from "./widget.ts";
export type { State } from "./_model.ts";
export type { Bundle, Displayable } from "../display/bundle.ts";
