import fc from 'fast-check';
import type { Answer, Oracle } from './java.js';

/** The result of a comparison. */
export interface Tally {
  same: number;
  bothFail: number;
  /** How many draws differ, by the reason in the docs. */
  readonly differences: Record<string, number>;
  /** Draws that differ without a reason. */
  readonly examples: string[];
}

/** Compares draws of one kind. */
export interface Comparison {
  /** What the engine makes of a draw. */
  ours(draw: object): Ours;
  /**
   * Asks both sides about some draws.
   *
   * @param keep called with each draw about which both agree, and the answer; `null` if both fail.
   */
  compare(oracle: Oracle, sampling: Sampling, keep?: (draw: object, answer: string | null) => void): Promise<Tally>;
}

interface Sampling {
  readonly numRuns: number;
  readonly seed: number;
}

/** What the engine makes of a draw: its answer, or why there is none. */
export type Ours = { readonly answer: string } | { readonly fails: string };

/**
 * Makes a comparison.
 *
 * @param answerOf the part of Java's answer that counts.
 * @param reasonFor why the two may differ; `undefined` if there is no reason.
 */
export function comparison<T extends object>(
  draws: fc.Arbitrary<T>,
  ours: (draw: T) => Ours,
  answerOf: (answer: Answer) => string,
  reasonFor: (draw: T, java: string | undefined, ours: Ours) => string | undefined,
): Comparison {
  const compare: Comparison['compare'] = async (oracle, sampling, keep) => {
    const tally: Tally = { same: 0, bothFail: 0, differences: {}, examples: [] };
    for (const draw of fc.sample(draws, sampling)) {
      const answer = await oracle.ask(draw);
      const java = answer.error === undefined ? answerOf(answer) : undefined;
      const found = ours(draw);
      if (java === undefined && 'fails' in found) tally.bothFail += 1;
      else if ('answer' in found && found.answer === java) tally.same += 1;
      else {
        count(draw, java ?? answer.error, found, reasonFor(draw, java, found));
        continue;
      }
      keep?.(draw, java ?? null);
    }
    return tally;

    function count(draw: T, java: string | undefined, found: Ours, reason: string | undefined): void {
      if (reason === undefined) tally.examples.push(`${JSON.stringify(draw)}\n    Java: ${java}\n    here: ${JSON.stringify(found)}`);
      else tally.differences[reason] = (tally.differences[reason] ?? 0) + 1;
    }
  };
  return { compare, ours: (draw) => ours(draw as T) }; // the recorded draws are of the same kind
}
