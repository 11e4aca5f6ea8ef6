import { invalidOption } from '../../gateway/check-shape.js';
import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isRecord } from '../../gateway/is-record.js';
import type { PathParameters, Route } from '../../gateway/route.js';
import { urlPrefixOf } from '../../gateway/url-prefix.js';
import { encodeParameter, encodePath, isUnreserved } from '../../http/percent.js';
import { wellFormed } from '../../http/text.js';
import type { SentRequest } from '../request/sent-request.js';
import { invalidScalar } from './check-init.js';
import { conflict } from './content.js';
import type { EventInit } from './event-init.js';
import { type FilledRoute, fillRoute } from './fill-route.js';
import type { RequestOptions } from './request-options.js';
import { isSearchParams } from './search-params.js';

/** The request target, as a whole and in parts. */
type SentTarget = Pick<SentRequest, 'target' | 'path' | 'pathParameters' | 'query' | 'parameters'>;

/**
 * Returns the request target that the options describe: base path, stage, path and query.
 *
 * @param route the route of the options; `undefined` without one, and for a WebSocket API.
 * @throws GatewayError `conflicting-options`, `missing-option`, `missing-path-parameter`, `unknown-path-parameter` or `invalid-option`.
 */
export function describeTarget(options: RequestOptions, route: Route | undefined, gateway: Gateway): SentTarget {
  if (options.path !== undefined) return splitPath(checkPath(options, options.path), options, gateway);
  const { path, parameters } = fillPath(options, route);
  // Behind a custom domain, the base path can be a part of what the route matches.
  if (parameters === undefined || gateway.customDomain !== undefined) return splitPath(path, options, gateway);
  return joinTarget(`${urlPrefixOf(gateway)}${path}`, parameters, describeQuery(options.query));
}

/** Splits a path that can contain a query, and everything that has to be encoded. */
function splitPath(whole: string, options: RequestOptions, gateway: Gateway): SentTarget {
  const mark = whole.indexOf('?');
  if (mark >= 0 && options.query !== undefined) throw conflict('query', 'path', 'the query');
  const inner = mark < 0 ? whole : whole.slice(0, mark);
  const query = mark < 0 ? describeQuery(options.query) : asText(whole.slice(mark + 1));
  const path = `${urlPrefixOf(gateway)}${encodePath(inner.startsWith('/') ? inner : `/${inner}`)}`;
  const joined = joinTarget(path, undefined, query);
  return path.includes('?') ? splitTarget(joined.target) : joined;
}

function joinTarget(path: string, pathParameters: PathParameters | undefined, { query, parameters }: SentQuery): SentTarget {
  return { target: query === '' ? path : `${path}?${query}`, path, pathParameters, query, parameters };
}

/** A base path can contain a question mark. */
function splitTarget(target: string): SentTarget {
  const mark = target.indexOf('?');
  return { target, path: target.slice(0, mark), pathParameters: undefined, ...asText(target.slice(mark + 1)) };
}

const VALUES = ['string', 'number', 'boolean'] as const;

function checkPath({ pathParameters, route }: RequestOptions, path: string): string {
  if (pathParameters !== undefined) {
    const fix = 'Pass `route` with `pathParameters` and leave `path` out, or remove `pathParameters`.';
    throw conflict('pathParameters', 'path', 'the path', route === undefined ? fix : undefined);
  }
  if (/^[a-z]+:\/\//i.test(path)) throw invalidOption(['path'], 'a path', path, "Pass the path of the URL, such as '/users/1'.");
  return path;
}

function fillPath({ pathParameters }: RequestOptions, route: Route | undefined): FilledRoute {
  if (route !== undefined) return fillRoute(route, pathParameters);
  if (pathParameters === undefined) return ROOT;
  const reason = '`pathParameters` fill in a route, but `route` is missing.';
  throw new GatewayError('missing-option', ['route'], reason, "Pass `route`, such as '/users/{id}'.");
}

const ROOT: FilledRoute = { path: '/', parameters: undefined };

/** A query as text, and its parameters if they are known already. */
type SentQuery = Pick<SentRequest, 'query' | 'parameters'>;

function describeQuery(query: EventInit['query']): SentQuery {
  if (query === undefined) return NO_QUERY;
  if (typeof query === 'string') return asText(query.startsWith('?') ? query.slice(1) : query);
  if (isRecord(query)) return writeQuery(query);
  if (isSearchParams(query)) return asText(query.toString());
  throw invalidOption(['query'], 'a string, URLSearchParams or an object', query, "Pass an object such as { page: '2' }.");
}

const NO_QUERY: SentQuery = { query: '', parameters: { names: [], values: [] } };

function asText(query: string): SentQuery {
  return { query, parameters: undefined };
}

/** Writes parameters as a query. Names that have to be encoded are read from the text again, because two of them can become the same name. */
function writeQuery(given: Readonly<Record<string, unknown>>): SentQuery {
  const names: string[] = [];
  const values: (string | string[])[] = [];
  let query = '';
  let isPlain = true;
  for (const name of Object.keys(given)) {
    const texts = textsOf(given[name], name);
    if (texts === undefined) continue;
    const encoded = encodeText(name);
    if (encoded !== name) isPlain = false;
    if (typeof texts === 'string') query = addPair(query, encoded, texts);
    else for (const text of texts) query = addPair(query, encoded, text);
    names.push(name);
    values.push(texts);
  }
  return { query, parameters: isPlain ? { names, values } : undefined };
}

function addPair(query: string, encoded: string, value: string): string {
  return `${query}${query === '' ? '' : '&'}${encoded}=${encodeText(value)}`;
}

/** Most names and values have nothing to encode. */
function encodeText(text: string): string {
  return isUnreserved(text) ? text : encodeParameter(text);
}

/** Returns the value of a parameter, or its values if there are several, as text that UTF-8 can represent. `undefined` if there is none. */
function textsOf(given: unknown, name: string): string | string[] | undefined {
  if (given === undefined) return undefined;
  if (!Array.isArray(given)) return textOf(given, name);
  if (given.length < 2) return given.length === 0 ? undefined : textOf(given[0], name);
  const texts: string[] = [];
  for (const value of given) texts.push(textOf(value, name));
  return texts;
}

function textOf(value: unknown, name: string): string {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value !== 'number' && typeof value !== 'boolean') throw invalidScalar(value, 'query', name, VALUES);
  return String(value);
}
