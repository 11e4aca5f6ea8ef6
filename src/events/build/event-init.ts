import type { Gateway } from '../../gateway/gateway.js';
import type { HttpField } from '../../http/request.js';
import type { LiteralUnion } from '../../types/type-fest.js';
import type { Presets } from './presets.js';

/**
 * The request that you want to test, and the settings of the gateway. Everything is optional. If two options set the same thing, the
 * builder throws a `GatewayError`.
 */
export interface EventInit extends Omit<Gateway, 'target' | keyof Presets> {
  /** The method. Default: the method of the route; without one, or with `ANY`, `POST` if there is a body, otherwise `GET`. */
  method?: AnyMethod;
  /**
   * The path without stage and base path, which the builder adds. Characters that a path can't contain are percent-encoded; escapes stay. A
   * query is allowed, too. Default: the path of the route with `pathParameters` filled in, or `/`.
   */
  path?: string;
  /** Values of the route's parameters, not encoded, instead of `path`. The value of a greedy parameter may have slashes. Default: none. */
  pathParameters?: Readonly<Record<string, string | number>>;
  /** The query: a string, URLSearchParams, or an object with one value or an array of values by name. Default: none. */
  query?: string | URLSearchParams | Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;
  /** The headers: pairs, Fetch `Headers`, or an object with one value or an array of values by name. Default: none. */
  headers?: Iterable<HttpField> | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The cookies: an object, or an array of `name=value`. They become one Cookie header. Default: none. */
  cookies?: Readonly<Record<string, string>> | readonly string[];
  /** The User-Agent header. Default: the header is absent. */
  userAgent?: string;
  /** A body to serialize as JSON. Adds `Content-Type: application/json` unless `headers` has one. Default: no body. */
  json?: unknown;
  /** A form as body. Adds `Content-Type: application/x-www-form-urlencoded` unless `headers` has one. Default: no body. */
  form?: URLSearchParams | Readonly<Record<string, string>>;
  /** The body. A string adds `Content-Type: text/plain;charset=UTF-8`, as `fetch` does, unless `headers` has one. Default: no body. */
  body?: string | Uint8Array;
  /** REST and WebSocket: the API key of the request; `true` means an example. Default: none. */
  apiKey?: Gateway['apiKey'] | true;
  /** The client's certificate, with mutual TLS; `true` means an example. Default: no mutual TLS. */
  clientCert?: Gateway['clientCert'] | true;
  /** Private REST API: the VPC and the VPC endpoint of the request; `true` means an example. Default: none. */
  vpc?: Gateway['vpc'] | true;
  /** The address of the client. Default: `'203.0.113.1'`. */
  sourceIp?: string;
  /** The HTTP version of the client. It determines how headers are spelled. Default: `'1.1'`. */
  httpVersion?: '1.1' | '2';
}

/** A value of a query parameter. */
export type QueryValue = string | number | boolean;

/** The methods that most types list. */
export type Method = 'DELETE' | 'GET' | 'HEAD' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT';

/** Any method. Editors suggest the usual ones. */
export type AnyMethod = LiteralUnion<Method, string>;
