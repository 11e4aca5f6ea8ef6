import { isRenderCase } from '../../src/conformance/stack/seen-case.js';
import { eventOfCase } from '../conformance/request-case.js';
import type { Case } from './peer.js';
import { type CaseScore, scoreEvent } from './score.js';

/** Translates the request of each case with this library. */
export async function playOwnBuilders(cases: readonly Case[]): Promise<readonly CaseScore[]> {
  return cases.flatMap((given) => (isRenderCase(given) ? [] : [scoreEvent(given, eventOfCase(given))]));
}
