import { checkOptions } from "../options/check_options.ts";
import * as kinds from "../options/kinds.ts";
import { control } from "./_model.ts";
import { type ValueWidget, valueWidgetOf } from "./widget.ts";

/** What a slider chooses from. */
export interface SliderOptions {
  /** Beside it. */
  readonly title?: string;
  /** The smallest number, 0 if not given. */
  readonly min?: number;
  /** The largest number, 1 if not given. */
  readonly max?: number;
  /** From one number to the next, a hundredth of the way if not given. */
  readonly step?: number;
  /** Where it stands at first, in the middle if not given. */
  readonly value?: number;
  /** Whether it calls while it is moved, not only when it is let go; true if not given. */
  readonly continuous?: boolean;
}

/**
 * A slider that calls a function of yours with the number that the reader chooses. Needs the kernel
 * TypeScript (Actbook), and a front end that knows ipywidgets.
 *
 * @param options title, range, step, first number
 * @param heard what is called with each number; what it shows is shown in the cell
 * @returns the slider, to be shown; its `value` can be read and set
 * @throws RangeError if the range is empty, or the step is not positive
 * @throws Error if the kernel has no widgets
 *
 * @example
 * ```ts ignore
 * import { gelu, plot, show } from "@actbook/actbook";
 * import { panel, slider } from "@actbook/actbook/widgets";
 *
 * const picture = panel();
 * const steepness = slider({ title: "k", min: 0.5, max: 3, value: 1.702 }, (k) =>
 *   picture.show(plot([gelu, (x: number) => x / (1 + Math.exp(-k * x))])));
 * await show(steepness, picture);
 * ```
 */
export function slider(
  options: SliderOptions = {},
  heard?: (value: number) => unknown,
): ValueWidget<number> {
  checkOptions("make a slider", options, {
    title: kinds.text,
    min: kinds.number,
    max: kinds.number,
    step: kinds.number,
    value: kinds.number,
    continuous: kinds.flag,
  });
  const { title = "", min = 0, max = 1, continuous = true } = options;
  const { step = (max - min) / 100, value = (min + max) / 2 } = options;
  if (!(min < max)) {
    throw new RangeError(
      `Cannot make a slider as min < max must hold: current value is [${min}, ${max}]`,
    );
  }
  if (!(step > 0)) {
    throw new RangeError(`Cannot make a slider as step must be > 0: current value is ${step}`);
  }
  const model = control("FloatSlider", {
    description: title,
    min,
    max,
    step,
    value: Math.min(max, Math.max(min, value)),
    continuous_update: continuous,
    orientation: "horizontal",
    readout: true,
    readout_format: ".4~g",
  }, "Slider");
  return valueWidgetOf<number>(model, { name: title || "slider" }, heard);
}
