import type { Target } from '../../aws/target.js';

/** The fields that every case has. */
export interface AnyCase {
  /** The name of the case. It stays the same in later versions. */
  readonly id: string;
  /** The target. */
  readonly api: Target;
  /**
   * How the expectation is known: `RECORDED` from the service, `RECORDED-3P` if somebody else published the recording, `ISSUE` for a public
   * report, `DOCUMENTED` by AWS. Others, such as `INFERENCE` and `EMULATOR`, are open questions.
   */
  readonly evidence: string;
  /** The recording, thread or page. */
  readonly source: string;
  /** How sure the expectation is, if it isn't a recording: `high`, `medium` or `low`. */
  readonly confidence?: string;
  /** What the case shows. */
  readonly note?: string;
}

/** Whether a case is an observation of the service. The others are worth a recording. */
export function isObserved({ evidence }: Pick<AnyCase, 'evidence'>): boolean {
  return /^(?:RECORDED|ISSUE)/.test(evidence);
}
