import type { HttpEvent } from '../accessors/event.js';
import { httpTargetOf } from '../accessors/http-target.js';
import type { STREAMING } from '../aws/streaming-mark.js';
import type { Target } from '../aws/target.js';
import { argumentError } from '../http/argument-error.js';
import { isObject } from '../http/is-object.js';
import type { LambdaContext } from '../types/context.js';
import { callApp, type FetchApp, type FetchFunction, fetchOf } from './fetch-app.js';
import { type FetchStream, metadataOf, requireAwsLambda, writeBody, writeResult } from './fetch-stream.js';
import { projectResponse } from './from-fetch-response.js';
import type { Result } from './result.js';

/** A handler that answers with a Fetch app. It fits the handler types of REST APIs, HTTP APIs and function URLs. */
export interface FetchHandler {
  (event: Extract<HttpEvent, { readonly path: string }>, context?: LambdaContext): Promise<Result<'rest' | 'http-1.0'>>;
  (event: Extract<HttpEvent, { readonly rawPath: string }>, context?: LambdaContext): Promise<Result<'http-2.0' | 'function-url'>>;
}

/** A streaming handler that answers with a Fetch app. */
export type FetchStreamHandler = StreamHandler & { readonly [STREAMING]: 'response' };

type StreamHandler = (event: HttpEvent, responseStream: FetchStream, context?: LambdaContext) => Promise<void>;

/** Options of {@link fetchHandler}. */
export interface FetchHandlerOptions {
  /**
   * Whether the handler streams. Set it if the REST API's integration has the transfer mode `STREAM`, or the function URL the invoke mode
   * `RESPONSE_STREAM`. HTTP APIs can't stream, so they get a buffered result all the same. Default: `false`.
   */
  readonly stream?: boolean;
}

/** The targets that can stream. */
const STREAMING_TARGETS: ReadonlySet<Target> = new Set<Target>(['rest', 'function-url']);

/**
 * Returns a handler that answers with a Fetch app: a function from `Request` to `Response`, or an app of Hono, h3, itty-router or another
 * framework that has a `fetch` method. The handler works behind REST APIs, HTTP APIs with either payload format, and function URLs. It finds
 * out from the event which of them called it.
 *
 * The client gets the app's headers, cookies and bytes, as with `fromFetchResponse`. If the app throws, the invocation fails. Methods
 * that Fetch forbids, such as TRACE, get the status 501. The handler rejects with a TypeError if the event isn't the event of an HTTP request,
 * or if the app doesn't return a Response.
 *
 * With `stream: true`, the client gets the body piece by piece as the app produces it. This requires the global `awslambda` of Lambda's
 * Node.js runtime. `apigw-proxy/local` has a double for tests.
 *
 * @param app the app, or a function from `Request` to `Response`.
 * @param options whether the body is streamed. Default: it is buffered.
 * @throws TypeError if the app is neither a function nor an object with a `fetch` method, if an option is unknown or not a boolean, or if the
 *   global `awslambda` is missing. The handler rejects with what `toFetchRequest` and `fromFetchResponse` throw: a TypeError, a `BodyError` or a
 *   RangeError.
 * @example
 * ```ts
 * import { buildHttpEvent } from 'apigw-proxy';
 * import { fetchHandler } from 'apigw-proxy/results';
 *
 * const handler = fetchHandler((request) => Response.json({ path: new URL(request.url).pathname }));
 * console.log(await handler(buildHttpEvent({ path: '/users/1' })));
 * // => { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"path":"/users/1"}' }
 * ```
 */
export function fetchHandler(app: FetchApp, options?: FetchHandlerOptions & { readonly stream?: false }): FetchHandler;
export function fetchHandler(app: FetchApp, options: FetchHandlerOptions & { readonly stream: true }): FetchStreamHandler;
export function fetchHandler(app: FetchApp, options: FetchHandlerOptions = {}): FetchHandler | FetchStreamHandler {
  const answer = fetchOf(app);
  return isStreamed(options) ? streamingHandler(answer) : bufferedHandler(answer);
}

/** Returns whether the body is streamed. Checks the options, because a misspelled one would buffer silently. */
function isStreamed(options: FetchHandlerOptions): boolean {
  const { stream = false, ...others }: FetchHandlerOptions = Object(options);
  if (isObject(options) && typeof stream === 'boolean' && Object.keys(others).length === 0) return stream;
  throw argumentError(['options'], '{ stream: true }, { stream: false } or absent', options);
}

function bufferedHandler(answer: FetchFunction): FetchHandler {
  const handler = async (event: HttpEvent, context?: LambdaContext): Promise<Result> => {
    const target = targetOf(event);
    return projectResponse(await callApp(answer, event, context), target);
  };
  return handler as FetchHandler; // the event's format determines the target, and the target the result's format
}

function streamingHandler(answer: FetchFunction): FetchStreamHandler {
  const { streamifyResponse, HttpResponseStream } = requireAwsLambda();
  const handler: StreamHandler = async (event, responseStream, context) => {
    const target = targetOf(event);
    const response = await callApp(answer, event, context);
    if (STREAMING_TARGETS.has(target)) await writeBody(response, HttpResponseStream.from(responseStream, metadataOf(response)));
    else writeResult(await projectResponse(response, target), responseStream);
  };
  return streamifyResponse(handler);
}

function targetOf(event: HttpEvent): Exclude<Target, 'websocket'> {
  const target = httpTargetOf(event);
  if (target !== undefined) return target;
  throw argumentError(['event'], 'the event of a REST API, an HTTP API or a function URL', event);
}
