import type { RequestCase } from '../../src/conformance/cases/request-case.js';
import { difference } from '../../src/conformance/compare/difference.js';
import type { CaseScore } from './score.js';
import type { Seen } from './seen.js';

// Compares the request that an application behind an adapter sees with the one that the client sent. What AWS's event has lost doesn't count.

/** What of an event decides what an adapter can know. */
export interface AdaptedEvent {
  readonly path?: string;
  readonly rawPath?: string;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>> | null;
  readonly cookies?: readonly string[];
}

/** Headers of a connection, and those that AWS writes. They aren't compared. */
const IGNORED = /^(?:host|connection|content-length|transfer-encoding|expect|te|trailer|upgrade|via|user-agent|x-forwarded-.*|x-amzn-.*)$/;

/** Returns whether AWS's event still has the path that the client sent. Otherwise no adapter can restore it. */
export function keepsPath({ request }: Pick<RequestCase, 'request'>, event: AdaptedEvent): boolean {
  const sent = decode(request.path ?? '/');
  return sent.endsWith(decode(pathOf(event))) || decode(pathOf(event)).endsWith(sent);
}

/** Scores what an application saw. */
export function scoreSeen(given: RequestCase, event: AdaptedEvent, seen: Seen): CaseScore {
  const { method, bodyText = '', bodyBase64 = Buffer.from(bodyText).toString('base64') } = given.request;
  const both = [...difference('method', seen.method, method), ...difference('body', seen.bodyBase64, bodyBase64)];
  return {
    id: given.id,
    kind: 'request',
    strict: [
      ...both,
      ...pathDifferences(given, event, seen, String),
      ...queryDifferences(given, seen, String),
      ...headerDifferences(given, event, seen, withoutSpacesInLists),
    ],
    lenient: [
      ...both,
      ...pathDifferences(given, event, seen, decode),
      ...queryDifferences(given, seen, sortedQuery),
      ...headerDifferences(given, event, seen, withoutSpaces),
    ],
  };
}

type Read = (text: string) => string;

/** The application may see the path with or without the stage, and with or without the base path of a custom domain. */
function pathDifferences({ request, stage, settings }: RequestCase, event: AdaptedEvent, { target }: Seen, read: Read): string[] {
  const [path = ''] = target.split('?', 1);
  const sent = request.path ?? '/';
  const { basePath, apiMappingKey = basePath } = settings?.customDomain ?? {};
  const known = [sent, sent.replace(`/${stage}`, ''), sent.replace(`/${apiMappingKey}`, ''), pathOf(event)].map((each) =>
    read(each || '/'),
  );
  return known.includes(read(path)) ? [] : difference('path', path, sent);
}

function pathOf({ path, rawPath }: AdaptedEvent): string {
  return path ?? rawPath ?? '/';
}

function queryDifferences({ request }: RequestCase, { target }: Seen, read: Read): string[] {
  const at = target.indexOf('?');
  return difference('query', read(at < 0 ? '' : target.slice(at + 1)), read(request.rawQuery ?? ''));
}

/** The pairs of a query, decoded and in the order of their names. Payload 1.0 doesn't keep the order of names, nor whether `+` is a space. */
function sortedQuery(query: string): string {
  const pairs = query.split('&').map((pair) => decode(pair.includes('=') || pair === '' ? pair : `${pair}=`).replaceAll('+', ' '));
  const nameOf = (pair: string): string => pair.split('=', 1)[0] ?? '';
  return pairs.sort((left, right) => nameOf(left).localeCompare(nameOf(right), 'en')).join('&');
}

function headerDifferences({ request }: RequestCase, event: AdaptedEvent, { headers }: Seen, read: Read): string[] {
  const sent = new Map<string, string[]>();
  for (const [name, value] of request.headers ?? []) sent.set(name.toLowerCase(), [...(sent.get(name.toLowerCase()) ?? []), value]);
  return [...sent].flatMap(([name, values]) => {
    const separator = name === 'cookie' ? '; ' : ', ';
    if (IGNORED.test(name) || !keepsHeader(event, name, values)) return [];
    return difference(`header ${name}`, headers[name] && read([headers[name]].flat().join(separator)), read(values.join(separator)));
  });
}

/** Whether AWS's event has each value of a header as the client sent it. */
function keepsHeader({ headers, multiValueHeaders, cookies }: AdaptedEvent, name: string, values: readonly string[]): boolean {
  if (name === 'cookie' && cookies) return true;
  const all = [...Object.entries(headers ?? {}), ...Object.entries(multiValueHeaders ?? {})].filter(
    ([each]) => each.toLowerCase() === name,
  );
  return values.every((value) => all.some(([, found]) => [found].flat().join(',').includes(value)));
}

/** AWS joins repeated headers with `,` and cookies with `; `. */
function withoutSpacesInLists(value: string): string {
  return value.replaceAll(/\s*,\s*/g, ',');
}

function withoutSpaces(value: string): string {
  return value.replaceAll(/\s*([,;])\s*/g, '$1');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
