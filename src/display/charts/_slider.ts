import { checkOptions, type Known } from "../../options/check_options.ts";
import * as kinds from "../../options/kinds.ts";
import { roundTo } from "../texts/_round.ts";

/** A number that a slider sets. */
export interface Slider {
  /** Its name in the expressions, a letter and then letters or digits. */
  readonly name: string;
  /** What stands beside the slider; the name if not given. */
  readonly title?: string;
  /** Where it ends on the left. */
  readonly min: number;
  /** Where it ends on the right. */
  readonly max: number;
  /** Where it stands at first, and in the still picture. */
  readonly value: number;
  /** By how much it moves; a hundredth of the way if not given. */
  readonly step?: number;
}

const sliderOptions: Known<Slider> = {
  name: kinds.needed(kinds.text),
  title: kinds.text,
  min: kinds.needed(kinds.number),
  max: kinds.needed(kinds.number),
  value: kinds.needed(kinds.number),
  step: kinds.number,
};

/** Refuses what no slider can be made of. */
export function checkSlider(slider: Slider): void {
  checkOptions("make a slider", slider, sliderOptions);
  const { name, min, max, value } = slider;
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name) || name === "x" || name === "datum") {
    throw new TypeError(
      `Cannot make a slider as its name must be letters and digits, and not x or datum: ` +
        `current value is ${name}`,
    );
  }
  if (!(min <= value && value <= max && Number.isFinite(max - min))) {
    throw new RangeError(
      `Cannot make the slider ${name} as ${min} <= value <= ${max} must hold: ` +
        `current value is ${value}`,
    );
  }
}

/** The parameter of a spec that a slider sets. */
export function paramOf({ name, title, min, max, value, step }: Slider): object {
  return {
    name,
    value,
    bind: {
      input: "range",
      min,
      max,
      step: step ?? roundTo((max - min) / 100, 3),
      name: `${title ?? name} `,
    },
  };
}
