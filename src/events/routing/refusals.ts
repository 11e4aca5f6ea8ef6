import { requestLimitsOf } from '../../aws/limits.js';
import { requestArn } from '../../gateway/arn.js';
import type { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { refusalError } from '../../gateway/refusal.js';
import { endpointOf, isConsoleTest } from '../../gateway/settings.js';
import { describeValue } from '../../http/describe-value.js';
import { lastField } from '../request/fields.js';
import type { SentRequest } from '../request/sent-request.js';
import { restInnerPath, withoutExtraSlashes } from './inner-path.js';

/** A percent sign that doesn't start an escape. */
const BAD_ESCAPE = /%(?![0-9A-Fa-f]{2}).{0,2}/s;
/** Characters that a REST API only accepts if they are encoded. */
export const BRACE_OR_BAR: RegExp = /[{}|]/;
/** The start of what the other two find. Most URLs have none of these characters. */
const SUSPICIOUS = /[{}|%]/;

/** Returns why a REST API answers a request before it looks for a route; `undefined` if it doesn't. Other gateways refuse none of these. */
export function refusalOf(request: SentRequest, gateway: Gateway): GatewayError | undefined {
  if (gateway.target !== 'rest') return undefined;
  const found = findBadUrl(request) ?? findLongArn(request, gateway);
  // A test from the console doesn't come through CloudFront.
  return found ?? (gateway.endpointType === 'EDGE' && !isConsoleTest(gateway) ? findBodyOfGet(request) : undefined);
}

function findBadUrl({ target }: SentRequest): GatewayError | undefined {
  if (!SUSPICIOUS.test(target)) return undefined;
  // reported [rest-query-braces-refused]: 400. documented for the query; assumed for the path.
  const [character] = BRACE_OR_BAR.exec(target) ?? [];
  if (character !== undefined) {
    const fix = `Write \`${encodeURIComponent(character)}\`.`;
    return refusalError('malformed-url', ['target'], `A REST API answers 400 to a \`${character}\` in the URL.`, fix);
  }
  // reported [rest-malformed-percent-query-400]: 400.
  const [stray] = BAD_ESCAPE.exec(target) ?? [];
  if (stray === undefined) return undefined;
  const reason = `A REST API answers 400 to ${describeValue(stray)} in the URL, which is not a percent escape.`;
  return refusalError('malformed-url', ['target'], reason, 'Write `%25` for a percent sign.');
}

/** documented: the ARN of a method may have 1,600 bytes. */
function findLongArn(request: SentRequest, gateway: Gateway): GatewayError | undefined {
  const { methodArn } = requestLimitsOf(gateway.target);
  const url = withoutExtraSlashes(request.path);
  if (url.length <= methodArn / 2) return undefined; // the rest of an ARN is much shorter than that
  const endpoint = endpointOf(gateway, lastField(request.fields, 'host'));
  const inner = restInnerPath(url, gateway, endpoint.stage);
  const { length } = requestArn(endpoint, `${request.method}${typeof inner === 'string' ? inner : url}`);
  if (length <= methodArn) return undefined;
  const reason = `The ARN of this method has ${length} bytes, and a REST API answers 414 to more than ${methodArn}.`;
  return refusalError('url-too-long', ['target'], reason, 'Shorten the path, or send the values in the query or the body.');
}

// assumed [rest-edge-get-with-body-403]: CloudFront, which is in front of such an endpoint, answers 403 to a GET with a body.
function findBodyOfGet({ method, body }: SentRequest): GatewayError | undefined {
  if (method !== 'GET' || body === undefined || body.length === 0) return undefined;
  const reason = 'An edge-optimized API answers 403 to a GET with a body.';
  return refusalError('body-not-allowed', ['body'], reason, 'Use POST, or leave `body` out.');
}
