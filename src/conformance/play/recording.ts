import { anonymize } from '../../events/anonymize/anonymize.js';
import { isObject } from '../../http/is-object.js';
import type { RenderCase } from '../cases/render-case.js';
import type { RequestCase } from '../cases/request-case.js';
import { isGenerated, valueAt } from '../compare/compare-event.js';
import { groupByName, type ReceivedResponse } from '../compare/compare-response.js';

/** What the player saw, in the form of a case: `npm run conformance -- FILE` judges it like the others. */
export type Recording = RenderCase | (RequestCase & { readonly recordedEvent: unknown });

const EVIDENCE = { evidence: 'RECORDED', confidence: 'high', source: 'apigw-proxy conformance' } as const;

/** Headers that differ in every response. A recording says only that they were there. */
const CHANGING =
  /^(?:date|apigw-requestid|x-amzn-requestid|x-amz-apigw-id|x-amzn-trace-id|via|x-amz-cf-id|x-amz-cf-pop|x-cache|keep-alive|connection)$/;

/** Returns a response as a case, with the values of the headers that differ in every response left out. */
export function recordResponse(given: RenderCase, { status, headers, body }: ReceivedResponse): Recording {
  const lists = [...groupByName(headers)];
  const text = Buffer.from(body).toString('utf8');
  const isText = Buffer.from(text, 'utf8').equals(body);
  return {
    ...given,
    ...EVIDENCE,
    expect: {
      status,
      headers: Object.fromEntries(lists.filter(([name]) => !CHANGING.test(name))),
      present: lists.flatMap(([name]) => (CHANGING.test(name) ? [name] : [])),
      rawNames: [...new Set(headers.map(([name]) => name))],
      ...(isText ? { bodyText: text } : { bodyBase64: Buffer.from(body).toString('base64') }),
    },
  };
}

/** Returns an event as a case: the values that the case asks about, and the whole event without what identifies people and accounts. */
export function recordEvent(given: RequestCase, event: unknown): Recording {
  const paths = [...Object.keys(given.expect), ...(given.absent ?? [])].filter((path) => !isGenerated(path));
  const seen = paths.map((path) => [path, valueAt(event, path)] as const);
  return {
    ...given,
    ...EVIDENCE,
    settings: { ...given.settings, httpVersion: '1.1' },
    expect: Object.fromEntries(seen.filter(([, value]) => value !== undefined)),
    absent: seen.filter(([, value]) => value === undefined).map(([path]) => path),
    recordedEvent: isObject(event) ? anonymize(event) : event,
  };
}
