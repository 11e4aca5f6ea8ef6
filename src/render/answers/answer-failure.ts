import type { Evidence } from '../../aws/evidence.js';
import { JSON_TYPE } from '../../aws/media-types.js';
import { isHttpApi } from '../../aws/target.js';
import { customizationOf } from '../../gateway/customization.js';
import type { HttpField } from '../../http/request.js';
import type { Parts } from '../compose.js';
import { assume, type Rendering } from '../rendering.js';
import type { Answer, FailureRules } from '../targets/own-failures.js';
import type { CustomAnswer } from './custom-answer.js';

/** The details of a single failure. */
export interface Circumstances {
  /** Weaker evidence than the table's. */
  readonly evidence?: Evidence | undefined;
  /** HTTP APIs: value of the `www-authenticate` header. */
  readonly challenge?: string | undefined;
}

/** Returns the gateway's answer in place of the function's, and reports if it is a guess. */
export function answerFailure(rules: FailureRules, rendering: Rendering, circumstances: Circumstances = {}): Parts {
  const { gateway } = rendering;
  const cors = rendering.cors?.fields ?? [];
  const own = rules.answers[gateway.target];
  const custom = customAnswer(rules, rendering);
  if (custom === undefined) reportGuess(own, circumstances.evidence ?? own.evidence, rendering);
  // assumed: the gateway's own answers have the CORS headers, too.
  if (cors.length > 0) assume(rendering, 'own-cors');
  return {
    status: custom?.status ?? own.status,
    type: custom?.type ?? [['Content-Type', JSON_TYPE]],
    fields: [...errorFields(own, circumstances, rendering), ...(custom?.fields ?? []), ...cors],
    body: custom?.body ?? own.body,
    isResult: false,
  };
}

function customAnswer(rules: FailureRules, rendering: Rendering): CustomAnswer | undefined {
  const customization = customizationOf(rendering.gateway);
  const answer = customization?.answer as Customize | undefined; // customizeResponses() put it there
  return answer?.(rules, rendering);
}

type Customize = (rules: FailureRules, rendering: Rendering) => CustomAnswer | undefined;

function errorFields({ errorType }: Answer, { challenge }: Circumstances, { gateway }: Rendering): readonly HttpField[] {
  if (errorType !== undefined) return [['x-amzn-ErrorType', errorType]];
  // documented: the JWT authorizer of an HTTP API explains what is wrong with the token.
  return typeof challenge === 'string' && isHttpApi(gateway.target) ? [['www-authenticate', toFieldValue(challenge)]] : [];
}

/** Replaces characters that a header can't contain with spaces. */
function toFieldValue(text: string): string {
  return text.replace(/[^\t -~]/g, ' ').trim();
}

function reportGuess({ status, body }: Answer, evidence: Evidence, rendering: Rendering): void {
  if (evidence === 'assumed') rendering.report('answer-assumed', [], `${status} with ${body}`);
  // recorded [url-rec-function-error]: status and body. assumed: the headers that go with them.
  else if (rendering.gateway.target === 'function-url') assume(rendering, 'own-headers');
}
