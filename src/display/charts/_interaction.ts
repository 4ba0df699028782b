import { pointerLayer } from "../drawing/_still_spec.ts";

/**
 * Drag to move; the wheel with Ctrl or Alt to zoom, so that a notebook still scrolls; double-click
 * to see all again.
 */
export const zoom = {
  name: "zoom",
  select: { type: "interval", zoom: "wheel![event.ctrlKey || event.altKey]" },
  bind: "scales",
} as const;

/** The layer that marks the point nearest to the pointer and shows its values. */
export function nearestPoint(encoding: object, tooltip: readonly object[]): object {
  return {
    name: `${pointerLayer}_nearest`,
    transform: [{ filter: "isValid(datum.y)" }],
    // Nobody is told of each of them.
    mark: { type: "point", filled: true, size: 60, clip: true, aria: false },
    params: [{
      name: "nearest",
      select: { type: "point", nearest: true, on: "mouseover", clear: "mouseout" },
    }],
    encoding: {
      ...encoding,
      opacity: { condition: { param: "nearest", empty: false, value: 1 }, value: 0 },
      tooltip,
    },
  };
}

/** A number in a tooltip. */
export function quantity(field: string, title: string, format = ".6~g"): object {
  return { field, type: "quantitative", title, format };
}

/** A name in a tooltip. */
export function name(field: string, title: string): object {
  return { field, type: "nominal", title };
}
