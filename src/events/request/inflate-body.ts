import { MAX_BODY } from '../../aws/limits.js';
import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { findInflater, type RequestCoding } from '../../gateway/inflater.js';
import { refusalError } from '../../gateway/refusal.js';
import { describeValue } from '../../http/describe-value.js';
import { encodeText } from '../../http/text.js';
import { joinedField } from './fields.js';
import type { SentRequest } from './sent-request.js';

/** Returns the value of Content-Encoding; `undefined` if it is missing or `identity`. */
export function codingOf({ fields }: SentRequest): string | undefined {
  const coding = joinedField(fields, 'content-encoding', ', ')?.trim().toLowerCase();
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
export function inflateBody(request: SentRequest, gateway: Gateway): string | Uint8Array | undefined {
  const { body } = request;
  const coding = codingOf(request);
  if (body === undefined || body.length === 0 || coding === undefined) return body;
  if (!isRequestCoding(coding)) throw unsupportedCoding(`can't inflate the content encoding ${describeValue(coding)}`);
  const inflate = findInflater(gateway.inflate);
  if (inflate === undefined) {
    const fix = 'Pass `inflate`, a function that inflates it.';
    throw new GatewayError('missing-option', ['inflate'], `A REST API inflates the ${coding} body, and there is no zlib here.`, fix);
  }
  // assumed: a REST API stops at its limit for a body.
  const plain = tryInflate(() => inflate(coding, typeof body === 'string' ? encodeText(body) : body, MAX_BODY), coding);
  if (plain !== undefined) return plain;
  const reason = `The ${coding} body expands to more than ${MAX_BODY} bytes, so a REST API answers 413 (assumed).`;
  throw refusalError('request-too-large', ['body'], reason, 'Send less.');
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
  return refusalError('unsupported-content-encoding', ['body'], `A REST API ${what}, and answers 415.`, fix);
}
