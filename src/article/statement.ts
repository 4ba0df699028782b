/** What a check finds of a statement. */
export type Verdict = "holds" | "holds with a condition" | "fails" | "unclear";

/** One comparison of numbers. */
export interface Trial {
  /** What is compared, in words. */
  readonly what: string;
  /** What was computed. */
  readonly found: number;
  /** How the two should stand to each other. */
  readonly relation: "=" | "≤" | "≥";
  /** What it is compared with. */
  readonly expected: number;
  /** How far apart equal numbers may be, absolute. */
  readonly tolerance: number;
  /** Whether they do. */
  readonly holds: boolean;
}

/** One way to understand a statement that has several. */
export interface Reading {
  /** The statement in that sense. */
  readonly says: string;
  /** Its trials: it holds if all of them do. */
  readonly trials: readonly Trial[];
}

/** A curve for a chart. */
export interface EvidenceCurve {
  /** The name to print. */
  readonly title: string;
  /** Its points in order of x. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** What a check computed, and the verdict that follows from it. */
export interface Evidence {
  /** Follows from the trials: see {@linkcode judge}. */
  readonly verdict: Verdict;
  /** The statement as it stands. */
  readonly asStated: readonly Trial[];
  /** The statement under the condition that the statement's `condition` names. */
  readonly underCondition: readonly Trial[];
  /** The ways to understand it, where there are several. */
  readonly readings: readonly Reading[];
  /** The first trial of the statement as it stands that does not hold. */
  readonly counterexample: Trial | null;
  /** Further numbers of interest, by name. */
  readonly figures: Readonly<Record<string, number>>;
  /** Curves to draw. */
  readonly curves: readonly EvidenceCurve[];
}

/** A statement of the article in our own words, with our verdict and the check behind it. */
export interface Statement {
  /** A short name, unique among the statements. */
  readonly id: string;
  /** Where it stands in the article. */
  readonly where: string;
  /** What it says, paraphrased. */
  readonly says: string;
  /** Its formula as given, in LaTeX; `null` if it has none. */
  readonly given: string | null;
  /** What we find of it. */
  readonly verdict: Verdict;
  /** Why, in a sentence or two. */
  readonly why: string;
  /** Under what condition it holds, where it needs one. */
  readonly condition: string | null;
  /** The right formula, in LaTeX; `null` where the given one is right or there is none. */
  readonly corrected: string | null;
  /** Computes the evidence. */
  check(): Evidence;
}
