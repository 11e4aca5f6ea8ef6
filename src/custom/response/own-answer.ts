import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { answerFailure } from '../../render/answers/answer-failure.js';
import { compose } from '../../render/compose.js';
import type { FailureType } from '../../render/outcome/failure-type.js';
import { startRendering } from '../../render/rendering.js';
import { FAILURES } from '../../render/targets/failures.js';
import type { FailureRules } from '../../render/targets/own-failures.js';

/**
 * The gateway's own answer in place of the function: the API's gateway response of the type, if it has one.
 *
 * @param message text in place of the gateway's usual one.
 * @throws GatewayResponseError if a gateway response in the settings is invalid.
 */
export function ownAnswer(type: FailureType, gateway: Gateway<'rest'>, request: HttpRequest, message?: string): HttpResponse {
  const rules = message === undefined ? FAILURES[type] : withMessage(FAILURES[type], message);
  const rendering = startRendering(gateway, request);
  return compose(answerFailure(rules, rendering), rendering);
}

function withMessage(rules: FailureRules, message: string): FailureRules {
  const { rest } = rules.answers;
  return { ...rules, answers: { ...rules.answers, rest: { ...rest, body: `{"message": ${JSON.stringify(message)}}` } } };
}
