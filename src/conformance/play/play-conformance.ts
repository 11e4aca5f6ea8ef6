import type { Target } from '../../aws/target.js';
import { isObject } from '../../http/is-object.js';
import { isObserved } from '../cases/any-case.js';
import { readRenderCases, readRequestCases } from '../cases/read-cases.js';
import type { RenderCase } from '../cases/render-case.js';
import type { RequestCase } from '../cases/request-case.js';
import { valueAt } from '../compare/compare-event.js';
import { decodedTextOf, jsonOrText, type ReceivedResponse } from '../compare/compare-response.js';
import { messageOf } from '../compare/message-of.js';
import { type CaseVerdict, type ConformanceReport, judgeEvent, judgeResponse, toReport, toVerdict } from '../run-conformance.js';
import { isRenderCase, whyUnseen } from '../stack/seen-case.js';
import { apiOfCase } from '../stack/stack-apis.js';
import { prefixOf, requestForResult, requestOfCase } from './case-request.js';
import { type Recording, recordEvent, recordResponse } from './recording.js';
import { sendRequest } from './send-request.js';

/** Where to play, and what. */
export interface PlayOptions {
  /** The URLs of the stack's APIs by name, such as `rest` or `http-2.0-cors`. Cases of other APIs are skipped. */
  readonly urls: Readonly<Record<string, string>>;
  /** Only these cases. Default: all. */
  readonly ids?: readonly string[];
  /** Only cases that nobody has recorded. */
  readonly isOpen?: boolean;
  /** Called after each case. */
  readonly onVerdict?: (verdict: CaseVerdict) => void;
}

/** What was played, and what was seen. */
export interface PlayedConformance extends ConformanceReport {
  /** One recording for each case that was played, whether it held or not. Ids, addresses and times are replaced. */
  readonly recordings: readonly Recording[];
}

/**
 * Plays the recorded cases over HTTP: sends the request of each case to its API, and compares what comes back. The APIs must run the
 * functions that {@link conformanceStack} describes.
 *
 * A connection that fails is a failure of its case.
 *
 * @param options the URLs of the APIs, and which cases to play.
 * @throws nothing.
 * @example
 * ```ts no-run
 * import { playConformance } from 'apigw-proxy/conformance';
 *
 * export const play = async (url: string): Promise<boolean> => (await playConformance({ urls: { rest: url } })).failed === 0;
 * ```
 */
export async function playConformance({ urls, ids, isOpen = false, onVerdict }: PlayOptions): Promise<PlayedConformance> {
  const isAsked = (given: RenderCase | RequestCase): boolean => (ids?.includes(given.id) ?? true) && !(isOpen && isObserved(given));
  const played = await mapSome([...readRenderCases(), ...readRequestCases()].filter(isAsked), async (given) => {
    const one = await playCase(given, urls);
    onVerdict?.(one.verdict);
    return one;
  });
  const recordings = played.flatMap(({ recording }) => (recording === undefined ? [] : [recording]));
  return { ...toReport(played.map(({ verdict }) => verdict)), recordings };
}

/** How many cases are played at the same time. Some wait for a timeout. */
const AT_ONCE = 8;

/** Calls a function for each item, for a few at the same time, and returns what it returned in the order of the items. */
async function mapSome<T, R>(items: readonly T[], map: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const open = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of open) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

/** A case after its exchange. What was seen is absent if the case was skipped or its exchange failed. */
export interface Played {
  readonly verdict: CaseVerdict;
  readonly recording?: Recording;
  /** The response, for a case about a result. */
  readonly received?: ReceivedResponse;
  /** The event, for a case about a request, and the case as the API at the URL meets it. */
  readonly translated?: { readonly given: RequestCase; readonly event: unknown };
}

/** Sends the request of a case to its API, and compares what comes back. */
export async function playCase(given: RenderCase | RequestCase, urls: PlayOptions['urls']): Promise<Played> {
  const kind = isRenderCase(given) ? 'render' : 'request';
  const api = apiOfCase(given.id)?.name;
  const url = api !== undefined && Object.hasOwn(urls, api) ? urls[api] : undefined;
  if (api === undefined || url === undefined) {
    return { verdict: toVerdict(kind, given, 'skipped', [whyUnseen(given) ?? `needs the URL of ${api}`]) };
  }
  try {
    return await (isRenderCase(given) ? playResult(given, new URL(url)) : playRequest(given, new URL(url)));
  } catch (error) {
    return { verdict: toVerdict(kind, given, 'failed', [messageOf(error)]) };
  }
}

async function playResult(given: RenderCase, url: URL): Promise<Played> {
  const received = await sendRequest(url, requestForResult(given, url));
  return { verdict: judgeResponse(given, received), recording: recordResponse(given, received), received };
}

async function playRequest(recorded: RequestCase, url: URL): Promise<Played> {
  const given = inDeployedStage(recorded, url);
  const request = requestOfCase(given, url);
  if (given.settings?.authorizer?.cached) await sendRequest(url, request); // so that the answer to the next one is from the cache
  const response = await sendRequest(url, request);
  const { status } = response;
  const text = decodedTextOf(response); // some servers compress what a client accepts compressed
  const seen = status === 200 ? jsonOrText(text) : undefined;
  if (!isObject(seen)) {
    return { verdict: toVerdict('request', given, 'failed', [`The function's event was expected; got ${status} ${text.slice(0, 200)}`]) };
  }
  const event = given.event === 'proxy' ? seen : authorizerEventIn(seen);
  return { verdict: judgeEvent(given, event, unseenPathsOf(given)), recording: recordEvent(given, event), translated: { given, event } };
}

/** Returns the event that the authorizer got. The authorizer of the stack passes it on in its context. */
function authorizerEventIn(event: unknown): unknown {
  const text = valueAt(event, 'requestContext.authorizer.lambda.event') ?? valueAt(event, 'requestContext.authorizer.event');
  const seen = typeof text === 'string' ? jsonOrText(text) : undefined;
  return isObject(seen) ? seen : undefined;
}

/** Where an event names the stage. */
const STAGE_PATHS: readonly string[] = ['requestContext.path', 'requestContext.http.path', 'rawPath', 'path'];

/** Returns a case as the API at a URL meets it, whose stage may have another name. */
function inDeployedStage(given: RequestCase, url: URL): RequestCase {
  const { stage, request, expect } = given;
  const prefix = prefixOf(url);
  const deployed = stage === '$default' ? stage : (prefix.split('/').pop() ?? '');
  const entries = Object.entries(expect).map(([path, value]) => {
    if (path === 'requestContext.stage') return [path, deployed];
    return [path, STAGE_PATHS.includes(path) && typeof value === 'string' ? inStage(prefix, stage, value) : value];
  });
  const path = stage === '$default' ? prefix + (request.path ?? '/') : inStage(prefix, stage, request.path ?? '/');
  return { ...given, stage: deployed, request: { ...request, path }, expect: Object.fromEntries(entries) };
}

/** Replaces the stage at the start of a path by another prefix. Slashes before the stage stay. */
function inStage(prefix: string, stage: string, path: string): string {
  const [, slashes = '', rest] = /^(\/+)(.*)$/s.exec(path) ?? [];
  const isInStage = rest !== undefined && (rest === stage || rest.startsWith(`${stage}/`));
  return isInStage ? slashes.slice(1) + prefix + rest.slice(stage.length) : path;
}

/** Returns which paths of an event a request over HTTP/1.1 can't decide: those of a request that was sent over HTTP/2. */
export function unseenPathsOf({ api, settings = {} }: RequestCase): (path: string) => boolean {
  if (settings.httpVersion !== '2') return () => false;
  // Payload 1.0 spells header names as the client did, and over HTTP/2 all are lowercase before the gateway spells some of them anew.
  return (path) => PROTOCOLS.test(path) || (isSpelled(api) && /^(?:headers|multiValueHeaders)\b/.test(path));
}

function isSpelled(api: Target): boolean {
  return api === 'rest' || api === 'http-1.0';
}

const PROTOCOLS = /^requestContext\.(?:http\.)?protocol$/;
