/**
 * What the mutated sources ask at every mutant: which one is active. Stryker's own code for it looks up a global object and counts at each
 * call; this one costs a comparison.
 */
export interface Switch {
  /** The id of the active mutant. */
  active: string | undefined;
  /** How often the active mutant may run until it is taken for an endless loop. */
  limit: number;
  hits: number;
  /** Counts the mutants that run, while that is wanted. */
  counts: Map<string, number> | undefined;
}

declare global {
  var mutationSwitch: Switch;
}

/** Replaces the functions that Stryker's instrumenter writes above each source. */
export const HEADER = `
function stryMutAct_9fa48(id) {
  const all = globalThis.mutationSwitch;
  if (all.active !== id) return false;
  if ((all.hits += 1) > all.limit) throw new Error('This mutant runs too often.');
  return true;
}
function stryCov_9fa48() {
  const { counts } = globalThis.mutationSwitch;
  if (counts !== undefined) for (const id of arguments) counts.set(id, (counts.get(id) ?? 0) + 1);
}
`;

export const HEADER_OF_STRYKER = /function stryNS_9fa48\(\) \{[\s\S]*?\nfunction stryMutAct_9fa48\(id\) \{[\s\S]*?\n\}\n/;
