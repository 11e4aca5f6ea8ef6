import { decodeBase64 } from '../http/base64.js';
import { encodePath, formatQuery } from '../http/percent.js';
import type { LambdaFunctionURLEvent } from '../types/function-url-event.js';
import type { APIGatewayProxyEvent } from '../types/proxy-event.js';
import type { APIGatewayProxyEventV2 } from '../types/proxy-event-v2.js';

/** An event that stands for one HTTP request. */
export type HttpEvent = APIGatewayProxyEvent | APIGatewayProxyEventV2 | LambdaFunctionURLEvent;

/** Methods whose requests have no body in Fetch. */
const BODILESS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * The request behind an event as a Fetch `Request`, its URL the one that the client asked for. Payload 1.0 keeps every header and query
 * value apart; payload 2.0 has joined repeated headers, and its path was decoded, so that an encoded slash comes back as a slash.
 *
 * @throws TypeError for what Fetch cannot express: methods CONNECT, TRACE and TRACK.
 */
export function toFetchRequest(event: HttpEvent): Request {
  const { method, url, headers } = 'rawPath' in event ? payload2(event) : payload1(event);
  const body = BODILESS.has(method) ? undefined : bodyOf(event);
  return new Request(url, { method, headers, ...(body !== undefined && { body }) });
}

interface Line {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
}

function payload1(event: APIGatewayProxyEvent): Line {
  const headers = new Headers();
  for (const [name, values] of Object.entries(event.multiValueHeaders ?? {})) for (const value of values ?? []) headers.append(name, value);
  const pairs = Object.entries(event.multiValueQueryStringParameters ?? {}).flatMap(([name, values = []]) =>
    values.map((value) => [name, value] as const),
  );
  // recorded: a REST event has the URL's whole path in its context, an HTTP API's in `path`; both still encoded.
  const path = event.version === '1.0' ? event.path : event.requestContext.path;
  const query = formatQuery(pairs);
  return { method: event.httpMethod, url: urlOf(event, path, query), headers };
}

function payload2(event: APIGatewayProxyEventV2 | LambdaFunctionURLEvent): Line {
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.headers)) if (value !== undefined) headers.append(name, value);
  if (event.cookies !== undefined) headers.set('cookie', event.cookies.join('; '));
  return {
    method: event.requestContext.http.method,
    url: urlOf(event, encodePath(event.rawPath).replaceAll('#', '%23'), event.rawQueryString),
    headers,
  };
}

function urlOf({ requestContext }: HttpEvent, path: string, query: string): string {
  return `https://${requestContext.domainName}${path}${query === '' ? '' : `?${query}`}`;
}

function bodyOf({ body, isBase64Encoded }: HttpEvent): BodyInit | undefined {
  if (body === undefined || body === null) return undefined;
  // The copy has a buffer of its own, as BodyInit asks for.
  return isBase64Encoded ? new Uint8Array(decodeBase64(body) ?? []) : body;
}
