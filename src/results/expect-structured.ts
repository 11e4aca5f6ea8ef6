import { argumentError } from '../http/argument-error.js';
import { isObject } from '../http/is-object.js';

/** A result that sets the response, as a test reads it: its body is always a string. */
export interface StructuredResult {
  /** Status of the response. */
  readonly statusCode: number;
  /** The response headers, spelled as the function returned them. `{}` without headers. */
  readonly headers: Readonly<Record<string, boolean | number | string | undefined>>;
  /** The Set-Cookie headers of a payload 2.0 result. Empty without any. */
  readonly cookies: readonly string[];
  /** The body, as text or base64; `''` without a body. */
  readonly body: string;
  /** Whether `body` is base64. */
  readonly isBase64Encoded: boolean;
}

/**
 * Returns a handler's result for a test, if it sets the response: it has a `statusCode`. With payload 2.0, a handler may also return a string
 * or another JSON value, so the type of its result has no `statusCode`.
 *
 * For what the client gets, use `renderResult`.
 *
 * @param result what the handler returned.
 * @throws TypeError if the result has no numeric `statusCode`.
 * @example
 * ```ts
 * import { type APIGatewayProxyHandlerV2, buildHttpEvent, expectStructured } from 'apigw-proxy';
 * import { buildContext } from 'apigw-proxy/local';
 *
 * const handler: APIGatewayProxyHandlerV2 = async () => ({ statusCode: 201, body: 'made' });
 * const { statusCode, body } = expectStructured(await handler(buildHttpEvent(), buildContext()));
 * console.log(statusCode, body); // => 201 made
 * ```
 */
export function expectStructured(result: unknown): StructuredResult {
  const fix = 'Return an object with `statusCode`, or compare the result itself.';
  if (!isObject(result) || typeof result['statusCode'] !== 'number')
    throw argumentError(['result'], 'an object with a `statusCode`', result, fix);
  const { statusCode, headers, cookies, body, isBase64Encoded } = result;
  return {
    statusCode,
    headers: isObject(headers) ? (headers as StructuredResult['headers']) : {}, // the types of results allow no other values
    cookies: Array.isArray(cookies) ? cookies : [],
    body: typeof body === 'string' ? body : '',
    isBase64Encoded: isBase64Encoded === true,
  };
}
