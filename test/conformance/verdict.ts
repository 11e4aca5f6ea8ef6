/** The outcome of one case. */
export interface Verdict {
  readonly id: string;
  readonly target: string;
  readonly evidence: string;
  readonly confidence: string | undefined;
  readonly outcome: 'passed' | 'failed' | 'not yet covered';
  /** For a failure, the differences between expectation and result. Otherwise remarks, if any. */
  readonly remarks: readonly string[];
}

/** The properties of every kind of case. */
export interface AnyCase {
  readonly id: string;
  readonly api: string;
  readonly evidence: string;
  readonly confidence?: string;
}

/** Returns the verdict on a case: failed if there are differences. */
export function verdictOf(anyCase: AnyCase, differences: readonly string[], remark?: string): Verdict {
  const outcome = differences.length === 0 ? 'passed' : 'failed';
  return { ...identify(anyCase), outcome, remarks: differences.length > 0 || remark === undefined ? differences : [remark] };
}

/** Returns the verdict on a case that can't be judged yet. */
export function reportUncovered(anyCase: AnyCase, reason: string): Verdict {
  return { ...identify(anyCase), outcome: 'not yet covered', remarks: [reason] };
}

function identify({ id, api, evidence, confidence }: AnyCase): Pick<Verdict, 'id' | 'target' | 'evidence' | 'confidence'> {
  return { id, target: api, evidence, confidence };
}
