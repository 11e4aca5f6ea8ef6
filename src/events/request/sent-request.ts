import { DEFAULT_SOURCE_IP } from '../../aws/defaults.js';
import type { PathParameters } from '../../gateway/route.js';
import type { ClientCertificate, HttpRequest } from '../../http/request.js';
import { type Fields, readFields } from './fields.js';
import type { Entries } from './maps.js';
import { pathOf } from './path-of.js';

/** A request, read once. All parts of an event are made of it. */
export interface SentRequest {
  readonly method: string;
  /** Path and query exactly as sent. */
  readonly target: string;
  /** The path of `target`, without scheme and host. It starts with a slash. */
  readonly path: string;
  /** What the route of the request matches in the path, if that is known already. There is nothing to decode in the path then. */
  readonly pathParameters: PathParameters | undefined;
  /** The query of `target`, without its question mark. */
  readonly query: string;
  /** The decoded parameters of the query, if they are known already. */
  readonly parameters: Entries | undefined;
  readonly fields: Fields;
  /** The cookies in the Cookie header, if they are known already. */
  readonly cookies: readonly string[] | undefined;
  /** The body: bytes, or text that UTF-8 can represent. */
  readonly body: string | Uint8Array | undefined;
  /** The address of the client. */
  readonly sourceIp: string;
  readonly httpVersion: HttpRequest['httpVersion'] | undefined;
  readonly clientCert: Readonly<ClientCertificate> | undefined;
}

/** Reads a request. */
export function readRequest({ method, target, headers, body, sourceIp, httpVersion, clientCert }: HttpRequest): SentRequest {
  const mark = target.indexOf('?');
  return {
    method,
    target,
    path: pathOf(target),
    pathParameters: undefined,
    query: mark < 0 ? '' : target.slice(mark + 1),
    parameters: undefined,
    fields: readFields(headers),
    cookies: undefined,
    body,
    sourceIp: sourceIp ?? DEFAULT_SOURCE_IP,
    httpVersion,
    clientCert,
  };
}
