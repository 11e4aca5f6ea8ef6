import type { FailureType } from '../../render/outcome/failure-type.js';
import type { ErrorMark, RenderCase, StreamBytesMark, StreamMark } from '../cases/render-case.js';
import type { RequestCase } from '../cases/request-case.js';

/** Failures that a function, its settings or a request can cause. */
const CAUSED: ReadonlySet<FailureType> = new Set([
  'function-error',
  'function-timeout',
  'timeout',
  'response-too-large',
  'request-too-large',
  'no-route',
  'unauthorized',
  'forbidden',
  'access-denied',
]);

/** Why a failure can't be seen by sending requests to a stack. */
const NOT_CAUSED: Partial<Record<FailureType, string>> = {
  permission: "needs a function that the API isn't allowed to invoke",
  throttled: 'needs an account without concurrency left',
  'gateway-throttled': 'needs more requests a second than the API allows',
  'unknown-url': 'needs the URL of a function that was deleted',
};

/** Returns why a case can't be seen by sending HTTP requests to the stack, or `undefined` if it can. */
export function whyUnseen(given: RenderCase | RequestCase): string | undefined {
  if (given.api === 'websocket') return 'a WebSocket API, not HTTP';
  return isRenderCase(given) ? whyResultUnseen(given) : whyRequestUnseen(given);
}

/** Whether a case is about a result. The others are about a request. */
export function isRenderCase(given: RenderCase | RequestCase): given is RenderCase {
  return 'lambdaResult' in given || !('route' in given);
}

/** What stands in place of a result, if the function returned none. */
export function markOf({ lambdaResult }: Pick<RenderCase, 'lambdaResult'>): Partial<ErrorMark & StreamMark & StreamBytesMark> {
  return typeof lambdaResult === 'object' && lambdaResult !== null ? lambdaResult : {};
}

function whyResultUnseen(given: RenderCase): string | undefined {
  const type = markOf(given).$error?.type;
  if (type === undefined || CAUSED.has(type)) return undefined;
  return NOT_CAUSED[type] ?? `needs the failure ${type}`;
}

/** Authorizers that need an identity provider or a signature. */
const OTHERS: Readonly<Record<string, string>> = {
  COGNITO_USER_POOLS: 'needs a user pool and one of its users',
  JWT: 'needs an issuer of tokens',
  AWS_IAM: 'needs a signed request',
};

function whyRequestUnseen({ settings = {} }: RequestCase): string | undefined {
  const { testInvoke, customDomain, authType, authorizer } = settings;
  if (testInvoke) return "the console's test button sends it";
  if (customDomain) return 'needs a custom domain';
  const type = authType === 'AWS_IAM' ? authType : authorizer?.type;
  return type !== undefined && Object.hasOwn(OTHERS, type) ? OTHERS[type] : undefined;
}
