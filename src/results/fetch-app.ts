import type { HttpEvent } from '../accessors/event.js';
import { method } from '../accessors/method.js';
import { FORBIDDEN_METHOD, toAppRequest } from '../accessors/to-fetch-request.js';
import { argumentError } from '../http/argument-error.js';
import type { LambdaContext } from '../types/context.js';
import { requireResponse } from './from-fetch-response.js';

/** What an app gets beside the request. Hono's apps find it in `context.env`, with the names of Hono's own adapter. */
export interface FetchEnv {
  /** The event of the request, as Lambda passed it. */
  readonly event: HttpEvent;
  /** The request context of the event. */
  readonly requestContext: HttpEvent['requestContext'];
  /** The context of the invocation. `undefined` if the handler was called without one, as tests do. */
  readonly lambdaContext: LambdaContext | undefined;
}

/** A function that answers a Fetch `Request`. */
export type FetchFunction = (request: Request, env: FetchEnv) => Response | Promise<Response>;

/** A Fetch app: a function, or an object with a `fetch` method, such as an app of Hono, h3 or itty-router. */
export type FetchApp = FetchFunction | FetchObject;

/** A Fetch app that is an object. */
export interface FetchObject {
  /** Answers a Fetch `Request`. */
  fetch(request: Request, env: FetchEnv): Response | Promise<Response>;
}

/**
 * Returns the function that answers requests in an app.
 *
 * @throws TypeError if the app is neither a function nor an object with a `fetch` method.
 */
export function fetchOf(app: FetchApp): FetchFunction {
  if (typeof app === 'function') return app;
  if (typeof app?.fetch === 'function') return (request, env) => app.fetch(request, env);
  throw argumentError(['app'], 'a function or an object with a `fetch` method', app);
}

/**
 * Calls an app with the request of an event.
 *
 * @throws TypeError if the app doesn't return a Response whose body can still be read; otherwise what the app throws.
 */
export async function callApp(answer: FetchFunction, event: HttpEvent, context: LambdaContext | undefined): Promise<Response> {
  // Fetch has no such requests. RFC 9110, section 15.6.2: a server that doesn't support a method answers 501.
  if (FORBIDDEN_METHOD.test(method(event))) return new Response(null, { status: 501 });
  const env: FetchEnv = { event, requestContext: event.requestContext, lambdaContext: context };
  const fix = 'Let the app return a Response for every request, such as a 404.';
  return requireResponse(await answer(toAppRequest(event), env), fix);
}
