import { type Map, mapped } from "./_integration_map.ts";

/** A stretch of the transformed variable with its two estimates. */
export interface Panel {
  readonly map: Map;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly error: number;
  /** ∫|f|, the scale of rounding errors. */
  readonly magnitude: number;
  /** The largest |f| that was seen. */
  readonly top: number;
}

// The 15-point Kronrod rule on [−1, 1] and the 7-point Gauss rule on its every other node
// (QUADPACK, Piessens and others 1983, routine qk15). From the outermost node to the middle.
const nodes = [
  0.9914553711208126,
  0.9491079123427585,
  0.8648644233597691,
  0.7415311855993945,
  0.5860872354676911,
  0.4058451513773972,
  0.20778495500789847,
  0,
];
const kronrod = [
  0.022935322010529224,
  0.06309209262997856,
  0.10479001032225019,
  0.14065325971552592,
  0.1690047266392679,
  0.19035057806478542,
  0.20443294007529889,
  0.20948214108472782,
];
const gauss = [0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694];

/** Below this multiple of ∫|f| a difference of the two rules is rounding. */
export const rounding = 50 * Number.EPSILON;

/** The two estimates of a stretch. */
export function panel(map: Map, from: number, to: number): Panel {
  const { g } = map;
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  let [fine, coarse, magnitude, top] = [0, 0, 0, 0];
  for (let i = 0; i < nodes.length; i++) {
    const right = g(middle + half * nodes[i]);
    const left = i === 7 ? 0 : g(middle - half * nodes[i]);
    if (!Number.isFinite(left + right)) throw notFinite(left + right, middle, half * nodes[i]);
    fine += kronrod[i] * (left + right);
    top = Math.max(top, Math.abs(left), Math.abs(right));
    magnitude += kronrod[i] * (Math.abs(left) + Math.abs(right));
    if (i % 2 === 1) coarse += gauss[(i - 1) / 2] * (left + right);
  }
  const difference = Math.abs(fine - coarse) * half;
  const scale = magnitude * half;
  // QUADPACK's estimate: the fine rule is far better than the coarse one its difference measures
  const error = scale === 0 ? 0 : scale * Math.min(1, (200 * difference / scale) ** 1.5);
  return {
    map,
    from,
    to,
    value: fine * half,
    error: Math.max(error, scale * rounding),
    magnitude: scale,
    top,
  };
}

/** A panel from each point to the next. */
export function pieces(f: (x: number) => number, points: readonly number[]): Panel[] {
  const sorted = [...new Set(points)].sort((a, b) => a - b);
  return sorted.slice(1).map((to, i) => {
    const map = mapped(f, sorted[i], to);
    return panel(map, map.start, map.end);
  });
}

function notFinite(value: number, middle: number, offset: number): RangeError {
  return new RangeError(
    `Cannot integrate as the integrand must be finite inside the domain: ` +
      `current value is ${value} within ${offset} of ${middle} (in the mapped variable)`,
  );
}
