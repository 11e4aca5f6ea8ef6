import type { Gateway } from '../../gateway/gateway.js';
import type { HttpField } from '../../http/request.js';
import type { Presets } from './presets.js';

/**
 * A request as a test has it in mind, and the settings of the gateway. Everything is optional; every mirrored field of the event is
 * derived from these. A field with two sources is a {@link GatewayError}.
 */
export interface EventInit extends Omit<Gateway, 'target' | keyof Presets> {
  /** The method. Default: the route's, unless that is `ANY`; else `POST` with a body and `GET` without. */
  method?: string;
  /**
   * The path, without stage and base path, which are put in front where the URL has them. Characters that may not stand in a path are
   * percent-encoded, escapes stay. Default: the route's path with `pathParameters` filled in, or `/`.
   */
  path?: string;
  /** Values of the route's parameters, not encoded, when `path` is left out. A greedy value may have slashes. */
  pathParameters?: Readonly<Record<string, string | number>>;
  /** The query: as text without `?`, as URLSearchParams, or by name with one value or several. */
  query?: string | URLSearchParams | Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;
  /** Headers: pairs, a Fetch `Headers`, or by name with one value or several. */
  headers?: Iterable<HttpField> | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Cookies, by name or as `name=value`; they become one Cookie header. */
  cookies?: Readonly<Record<string, string>> | readonly string[];
  /** The User-Agent header. */
  userAgent?: string;
  /** A body to serialise as JSON; brings `Content-Type: application/json` unless `headers` has one. */
  json?: unknown;
  /** A form to serialise; brings `Content-Type: application/x-www-form-urlencoded` unless `headers` has one. */
  form?: URLSearchParams | Readonly<Record<string, string>>;
  /** The body. Text brings `Content-Type: text/plain;charset=UTF-8`, as `fetch` does, unless `headers` has one; bytes bring none. */
  body?: string | Uint8Array;
  /** The API key that the request used; `true`: any. Default: none. */
  apiKey?: Gateway['apiKey'] | true;
  /** The certificate that mutual TLS accepted; `true`: any. Default: no mutual TLS. */
  clientCert?: Gateway['clientCert'] | true;
  /** Private API: where the request came from; `true`: anywhere. Default: no private API. */
  vpc?: Gateway['vpc'] | true;
  /** The address that the connection came from. Default: `203.0.113.1`. */
  sourceIp?: string;
  /** The HTTP version that the client spoke. Default: `'1.1'`. */
  httpVersion?: '1.1' | '2';
}

/** A value of a query parameter. */
export type QueryValue = string | number | boolean;
