/** What became of one case. */
export interface Verdict {
  readonly id: string;
  readonly target: string;
  readonly evidence: string;
  readonly confidence: string | undefined;
  readonly outcome: 'passed' | 'failed' | 'not yet covered';
  /** For a failure, where expectation and result differ; for the rest, a remark, if any. */
  readonly remarks: readonly string[];
}

/** What cases of both kinds have. */
export interface AnyCase {
  readonly id: string;
  readonly api: string;
  readonly evidence: string;
  readonly confidence?: string;
}

/** The verdict on a case: failed if anything differs. */
export function verdictOf(anyCase: AnyCase, differences: readonly string[], remark?: string): Verdict {
  const outcome = differences.length === 0 ? 'passed' : 'failed';
  return { ...identify(anyCase), outcome, remarks: differences.length > 0 || remark === undefined ? differences : [remark] };
}

/** The verdict on a case that nothing here can judge yet. */
export function notCovered(anyCase: AnyCase, reason: string): Verdict {
  return { ...identify(anyCase), outcome: 'not yet covered', remarks: [reason] };
}

function identify({ id, api, evidence, confidence }: AnyCase): Pick<Verdict, 'id' | 'target' | 'evidence' | 'confidence'> {
  return { id, target: api, evidence, confidence };
}
