export const ramp = (x: number) => Math.max(0, x);
export const step = (x: number) => x > 0 ? 1 : 0;
export const saddle = (x: number, y: number) => x * y;

/** Numbers from 0 to 1 that look random and are always the same. */
export function scattered(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i * 0.6180339887) % 1);
}
