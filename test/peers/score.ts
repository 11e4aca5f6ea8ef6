import type { RenderCase } from '../../src/conformance/cases/render-case.js';
import type { RequestCase } from '../../src/conformance/cases/request-case.js';
import { isGenerated } from '../../src/conformance/compare/compare-event.js';
import type { ReceivedResponse } from '../../src/conformance/compare/compare-response.js';
import { judgeEvent, judgeResponse } from '../../src/conformance/run-conformance.js';
import { isRenderCase } from '../../src/conformance/stack/seen-case.js';
import { lenientEvent, lenientResponse } from './lenient.js';
import type { Case } from './peer.js';

/** How close an answer to a case came. */
export interface CaseScore {
  readonly id: string;
  readonly kind: 'request' | 'result';
  /** A sentence for each difference. None: the case holds. */
  readonly strict: readonly string[];
  /** The differences that a tolerant reader would notice. */
  readonly lenient: readonly string[];
  /** How many fields of an event were compared. Absent for other answers. */
  readonly fields?: number;
}

/** Scores the response to a case about a result. */
export function scoreResponse(given: RenderCase, received: ReceivedResponse): CaseScore {
  const { outcome, remarks } = judgeResponse(given, received);
  return { id: given.id, kind: 'result', ...bothOf(outcome === 'failed' ? remarks : [], lenientResponse(received, given)) };
}

/** Scores the event for a case about a request. Values that `isUnseen` names aren't compared. */
export function scoreEvent(given: RequestCase, event: unknown, isUnseen?: (path: string) => boolean): CaseScore {
  const { remarks } = judgeEvent(given, event, isUnseen);
  return { id: given.id, kind: 'request', ...bothOf(remarks, lenientEvent(event, given, isUnseen)), fields: fieldsOf(given, isUnseen) };
}

function fieldsOf({ expect, absent = [] }: RequestCase, isUnseen: (path: string) => boolean = () => false): number {
  return [...Object.keys(expect), ...absent].filter((path) => !isGenerated(path) && !isUnseen(path)).length;
}

/** Scores a case that got no answer. */
export function scoreFailure(given: Case, remark: string): CaseScore {
  return { id: given.id, kind: isRenderCase(given) ? 'result' : 'request', strict: [remark], lenient: [remark] };
}

/** Who holds strictly holds for the tolerant, too. */
function bothOf(strict: readonly string[], lenient: readonly string[]): Pick<CaseScore, 'strict' | 'lenient'> {
  return { strict, lenient: strict.length === 0 ? [] : lenient };
}

/** The scores of one kind of case, counted. */
export interface Summary {
  readonly played: number;
  readonly strict: number;
  readonly lenient: number;
  /** How many fields of events were compared. */
  readonly fields: number;
  /** How many of them a tolerant reader finds as expected. */
  readonly rightFields: number;
}

/** Counts scores. */
export function summarize(scores: readonly CaseScore[]): Summary {
  const holds = (side: 'strict' | 'lenient'): number => scores.filter((score) => score[side].length === 0).length;
  const sum = (count: (score: CaseScore) => number): number => scores.reduce((total, score) => total + count(score), 0);
  return {
    played: scores.length,
    strict: holds('strict'),
    lenient: holds('lenient'),
    fields: sum(({ fields = 0 }) => fields),
    rightFields: sum(({ fields = 0, lenient }) => fields - Math.min(fields, lenient.length)),
  };
}

/** What differs in several cases. */
export interface Failure {
  /** What differs, such as `header content-type`. */
  readonly what: string;
  /** How many cases differ there. */
  readonly count: number;
  /** The first of them. */
  readonly id: string;
  /** Its difference, without what differs. */
  readonly example: string;
}

/** Returns what differs in most cases, for a tolerant reader. A case counts once for each part of it that differs. */
export function topFailures(scores: readonly CaseScore[], most: number): readonly Failure[] {
  const found = new Map<string, Failure>();
  for (const { id, lenient } of scores) {
    const parts = new Map(lenient.map((sentence) => splitSentence(sentence)));
    for (const [what, example] of parts) {
      const before = found.get(what);
      found.set(what, before ? { ...before, count: before.count + 1 } : { what, count: 1, id, example });
    }
  }
  return [...found.values()].sort((left, right) => right.count - left.count || left.what.localeCompare(right.what, 'en')).slice(0, most);
}

/** `status: expected 200, got 404` → `status` and the rest. A sentence of another form is one part. */
export function splitSentence(sentence: string): [what: string, rest: string] {
  const at = sentence.indexOf(': expected ');
  return at < 0 ? ['no answer', sentence] : [sentence.slice(0, at), sentence.slice(at + 2)];
}
