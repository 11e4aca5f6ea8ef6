import { MAX_INFLATED } from '../../aws/limits.js';
import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { findInflater, type RequestCoding } from '../../gateway/inflater.js';
import { describeValue } from '../../http/describe-value.js';
import { listValueOf } from '../../http/field-values.js';
import { queryOf } from '../../http/percent.js';
import type { HttpRequest } from '../../http/request.js';

/** A percent sign that doesn't start an escape. */
const BAD_ESCAPE = /%(?![0-9A-Fa-f]{2}).{0,2}/s;
const BRACE_OR_BAR = /[{}|]/;

/** Returns why a REST API answers a request before it looks for a route; `undefined` if it doesn't. Other gateways refuse none of these. */
export function findRefusal(request: HttpRequest, gateway: Gateway): GatewayError | undefined {
  if (gateway.target !== 'rest') return undefined;
  return findBadUrl(request) ?? (gateway.endpointType === 'EDGE' ? findBodyOfGet(request) : undefined);
}

function findBadUrl({ target }: HttpRequest): GatewayError | undefined {
  // reported [rest-query-braces-refused]: 400. documented for the query; assumed for the path.
  const [character] = BRACE_OR_BAR.exec(target) ?? [];
  if (character !== undefined) {
    const fix = `Write \`${encodeURIComponent(character)}\`.`;
    return new GatewayError('malformed-url', ['target'], `A REST API answers 400 to a \`${character}\` in the URL.`, fix);
  }
  // reported [rest-malformed-percent-query-400]: 400.
  const [stray] = BAD_ESCAPE.exec(target) ?? [];
  if (stray === undefined) return undefined;
  const reason = `A REST API answers 400 to ${describeValue(stray)} in the URL, which is not a percent escape.`;
  return new GatewayError('malformed-url', ['target'], reason, 'Write `%25` for a percent sign.');
}

// assumed [rest-edge-get-with-body-403]: CloudFront, which is in front of such an endpoint, answers 403 to a GET with a body.
function findBodyOfGet({ method, body }: HttpRequest): GatewayError | undefined {
  if (method !== 'GET' || body === undefined || body.length === 0) return undefined;
  const reason = 'An edge-optimized API answers 403 to a GET with a body.';
  return new GatewayError('body-not-allowed', ['body'], reason, 'Use POST, or leave `body` out.');
}

/** Returns the value of Content-Encoding; `undefined` if it is missing or `identity`. */
export function codingOf({ headers }: HttpRequest): string | undefined {
  const coding = listValueOf(headers, 'content-encoding')?.trim().toLowerCase();
  return coding === '' || coding === 'identity' ? undefined : coding;
}

/** Whether a REST API inflates bodies of a content coding. */
export function isRequestCoding(coding: string): coding is RequestCoding {
  return coding === 'gzip' || coding === 'deflate';
}

/**
 * Returns the body as a REST API passes it on. documented [rest-gzip-request-decompressed]: it inflates gzip and deflate. assumed: up to 10
 * MB, which is its limit for a body.
 *
 * @throws GatewayError `unsupported-content-encoding`: another coding, or bytes that are not of that coding (documented
 *   [rest-unsupported-content-encoding-415]); `request-too-large`; `missing-option` if nothing here can inflate.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-make-request-with-compressed-payload.html
 */
export function inflateBody(request: HttpRequest, gateway: Gateway): Uint8Array | undefined {
  const { body } = request;
  const coding = codingOf(request);
  if (body === undefined || body.length === 0 || coding === undefined) return body;
  if (!isRequestCoding(coding)) throw unsupportedCoding(`can't inflate the content encoding ${describeValue(coding)}`);
  const inflate = findInflater(gateway.inflate);
  if (inflate === undefined) {
    const fix = 'Pass `inflate`, a function that inflates it.';
    throw new GatewayError('missing-option', ['inflate'], `A REST API inflates the ${coding} body, and there is no zlib here.`, fix);
  }
  const plain = tryInflate(() => inflate(coding, body, MAX_INFLATED), coding);
  if (plain !== undefined) return plain;
  const reason = `The ${coding} body expands to more than ${MAX_INFLATED} bytes, so a REST API answers 413 (assumed).`;
  throw new GatewayError('request-too-large', ['body'], reason, 'Send less.');
}

function tryInflate(inflate: () => Uint8Array | undefined, coding: RequestCoding): Uint8Array | undefined {
  try {
    return inflate();
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    throw unsupportedCoding(`can't inflate the body, because it is not ${coding}`);
  }
}

function unsupportedCoding(what: string): GatewayError {
  const fix = 'Send gzip or deflate with a matching Content-Encoding, or a plain body without one.';
  return new GatewayError('unsupported-content-encoding', ['body'], `A REST API ${what}, and answers 415.`, fix);
}

/** Returns the query of a request as a REST API splits it: at `&` and, documented [rest-query-semicolon-splits], at `;`. */
export function restQueryOf({ target }: HttpRequest): string {
  const query = queryOf(target);
  // assumed: what follows a semicolon is a parameter, too.
  return query.includes(';') ? query.replaceAll(';', '&') : query;
}
