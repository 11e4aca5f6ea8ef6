import type { Target } from '../aws/target.js';
import { readRenderCases, readRequestCases } from './cases/read-cases.js';
import type { RenderCase } from './cases/render-case.js';
import type { RequestCase } from './cases/request-case.js';
import { compareEvent, isGenerated } from './compare/compare-event.js';
import { compareResponse, type ReceivedResponse } from './compare/compare-response.js';
import { messageOf } from './compare/message-of.js';

/** The two translations to judge. Leave one out, and its cases are skipped. */
export interface Translations {
  /**
   * Returns the response that a client would get for what a function returned. `undefined`: this can't be rendered, and the case is skipped.
   */
  readonly render?: (given: RenderCase) => ReceivedResponse | undefined | Promise<ReceivedResponse | undefined>;
  /** Returns the event for a request. `undefined`: this can't be translated, and the case is skipped. */
  readonly translate?: (given: RequestCase) => unknown;
}

/** What to run. */
export interface ConformanceOptions {
  /** Only cases of these targets. Default: all. */
  readonly targets?: readonly Target[];
}

/** The outcome of one case. */
export interface CaseVerdict {
  readonly id: string;
  readonly kind: 'render' | 'request';
  readonly target: Target;
  readonly evidence: string;
  readonly outcome: 'held' | 'failed' | 'skipped';
  /** Failed: a sentence for each difference. Skipped: why. */
  readonly remarks: readonly string[];
}

/** The outcome of all cases. */
export interface ConformanceReport {
  readonly held: number;
  readonly failed: number;
  readonly skipped: number;
  readonly verdicts: readonly CaseVerdict[];
}

/**
 * Runs the recorded cases against an emulator or an adapter, and returns which of them hold.
 *
 * Values that only AWS knows, such as request ids, times and account numbers, aren't compared. An error that a translation throws is a failure of its
 * case.
 *
 * @param translations your two translations. One is enough.
 * @param options which cases to run. Default: all.
 * @throws nothing.
 * @example
 * ```ts no-run
 * import { runConformance } from 'apigw-proxy/conformance';
 *
 * export const judge = (renderMine: (result: unknown) => { status: number; headers: [string, string][]; body: Uint8Array }) =>
 *   runConformance({ render: ({ api, lambdaResult }) => (api === 'http-2.0' ? renderMine(lambdaResult) : undefined) });
 * ```
 */
export async function runConformance(translations: Translations, { targets }: ConformanceOptions = {}): Promise<ConformanceReport> {
  const isAsked = ({ api }: { readonly api: Target }): boolean => targets === undefined || targets.includes(api);
  const verdicts: CaseVerdict[] = [];
  for (const given of readRenderCases().filter(isAsked)) verdicts.push(await judgeRender(given, translations));
  for (const given of readRequestCases().filter(isAsked)) verdicts.push(await judgeRequest(given, translations));
  return toReport(verdicts);
}

/** Counts the outcomes. */
export function toReport(verdicts: readonly CaseVerdict[]): ConformanceReport {
  const count = (outcome: CaseVerdict['outcome']): number => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  return { held: count('held'), failed: count('failed'), skipped: count('skipped'), verdicts };
}

async function judgeRender(given: RenderCase, { render }: Translations): Promise<CaseVerdict> {
  if (render === undefined) return toVerdict('render', given, 'skipped', ['no render function']);
  try {
    const received = await render(given);
    if (received === undefined) return toVerdict('render', given, 'skipped', ['not rendered']);
    return judgeResponse(given, received);
  } catch (error) {
    return toVerdict('render', given, 'failed', [`threw ${messageOf(error)}`]);
  }
}

async function judgeRequest(given: RequestCase, { translate }: Translations): Promise<CaseVerdict> {
  if (translate === undefined) return toVerdict('request', given, 'skipped', ['no translate function']);
  try {
    const event = await translate(given);
    if (event === undefined) return toVerdict('request', given, 'skipped', ['not translated']);
    return judgeEvent(given, event);
  } catch (error) {
    return toVerdict('request', given, 'failed', [`threw ${messageOf(error)}`]);
  }
}

/** Returns the verdict on a response. */
export function judgeResponse(given: RenderCase, received: ReceivedResponse): CaseVerdict {
  const { differences, otherSide } = compareResponse(received, given);
  if (differences.length > 0) return toVerdict('render', given, 'failed', differences);
  return toVerdict('render', given, 'held', otherSide === undefined ? [] : [`agrees with the other side of a conflict: ${otherSide}`]);
}

/** Returns the verdict on an event. Generated values aren't compared, nor those that `isUnseen` names. */
export function judgeEvent(given: RequestCase, event: unknown, isUnseen: (path: string) => boolean = () => false): CaseVerdict {
  const differences = compareEvent(event, given, (path) => isGenerated(path) || isUnseen(path));
  return toVerdict('request', given, differences.length === 0 ? 'held' : 'failed', differences);
}

/** Returns a verdict with what the case says about itself. */
export function toVerdict(
  kind: CaseVerdict['kind'],
  { id, api, evidence }: RenderCase | RequestCase,
  outcome: CaseVerdict['outcome'],
  remarks: readonly string[],
): CaseVerdict {
  return { id, kind, target: api, evidence, outcome, remarks };
}
