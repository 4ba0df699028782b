import type { Evidence, EvidenceCurve, Reading, Trial, Verdict } from "./statement.ts";

/** What a check computed. */
export interface Findings {
  /** The statement as it stands. */
  readonly asStated?: readonly Trial[];
  /** The statement under its condition. */
  readonly underCondition?: readonly Trial[];
  /** The ways to understand it, where there are several. */
  readonly readings?: readonly Reading[];
  /** Further numbers of interest, by name. */
  readonly figures?: Readonly<Record<string, number>>;
  /** Curves to draw. */
  readonly curves?: readonly EvidenceCurve[];
}

/**
 * Draws the verdict from what a check computed.
 *
 * With readings: "unclear" if some hold and some do not, else "holds" or "fails". Without: "holds" if
 * every trial of the statement as it stands does; "holds with a condition" if not, but every trial
 * under the condition does; else "fails".
 *
 * @param findings the trials, and figures and curves to show
 * @returns them with the verdict and the first counterexample
 * @throws RangeError if there is neither a trial of the statement as it stands nor a reading
 *
 * @example
 * ```ts
 * import { judge, trial } from "@actbook/actbook/article";
 * import { assertEquals } from "@std/assert";
 *
 * const wrong = trial("1 + 1", 2, "=", 3);
 * assertEquals(judge({ asStated: [wrong] }).verdict, "fails");
 * assertEquals(judge({ asStated: [wrong] }).counterexample, wrong);
 * ```
 */
export function judge(findings: Findings): Evidence {
  const { asStated = [], underCondition = [], readings = [], figures = {}, curves = [] } = findings;
  return {
    verdict: readings.length > 0 ? ofReadings(readings) : ofTrials(asStated, underCondition),
    asStated,
    underCondition,
    readings,
    counterexample: asStated.find(({ holds }) => !holds) ?? null,
    figures,
    curves,
  };
}

function ofReadings(readings: readonly Reading[]): Verdict {
  const outcomes = readings.map(({ says, trials }) => {
    if (trials.length > 0) return trials.every(({ holds }) => holds);
    throw new RangeError(`Cannot judge "${says}" as a reading must have at least one trial`);
  });
  if (outcomes.every((holds) => holds)) return "holds";
  return outcomes.some((holds) => holds) ? "unclear" : "fails";
}

function ofTrials(asStated: readonly Trial[], underCondition: readonly Trial[]): Verdict {
  if (asStated.length === 0) {
    throw new RangeError("Cannot judge a statement as it must have at least one trial or reading");
  }
  if (asStated.every(({ holds }) => holds)) return "holds";
  const rescued = underCondition.length > 0 && underCondition.every(({ holds }) => holds);
  return rescued ? "holds with a condition" : "fails";
}
