import type { HttpRequest } from '../../http/request.js';
import type { AssertOptions } from '../../render/assert-no-issues.js';
import type { IssueCode } from '../../render/issues/issue.js';
import type { EventKind } from '../../types/event-kind.js';
import { readIssues, refusePromise, requireGateway } from './received.js';
import { equalsOf } from './runner.js';
import { beEvent } from './to-be-event.js';
import { beProxyResult } from './to-be-proxy-result.js';
import { haveIssue, haveNoIssues } from './to-have-issue.js';
import { renderAs } from './to-render-as.js';
import type { ExpectedResponse, MatcherGateway, MatcherOutcome, Matchers } from './types.js';

/**
 * The matchers, for `expect.extend`. In Vitest and Jest, import `apigw-proxy/testing/vitest` or `apigw-proxy/testing/jest` instead: both
 * register the matchers and add their types to `expect`.
 *
 * Each matcher is a plain function of the received value and the arguments. Every matcher throws a `GatewayError` for an invalid argument, and
 * for a promise, which it would not wait for.
 *
 * @example
 * ```ts
 * import { matchers } from 'apigw-proxy/testing';
 *
 * const { pass, message } = matchers.toRenderAs({ statusCode: 200, body: 'hello' }, { status: 201, body: 'hello' }, 'rest');
 * console.log(pass); // => false
 * console.log(message().includes('- 201\n+ 200 OK')); // => true
 * ```
 */
export const matchers: Matchers = /* @__PURE__ */ createMatchers(undefined);

/**
 * Returns the matchers for tests of one gateway: an assertion that names no gateway uses this one.
 *
 * @param gateway the target, or all settings of the gateway.
 * @throws GatewayError when an assertion uses settings that are invalid; `GatewayResponseError` for a gateway response in them.
 * @example
 * ```ts
 * import { matchersFor } from 'apigw-proxy/testing';
 *
 * const { toRenderAs } = matchersFor('rest');
 * console.log(toRenderAs({ statusCode: 200, body: 'hello' }, { status: 200 }).pass); // => true
 * ```
 */
export function matchersFor(gateway: MatcherGateway): Matchers {
  return createMatchers(gateway);
}

// `this` is the runner's: it has `equals`, which knows the runner's asymmetric matchers and custom testers.
function createMatchers(fallback: MatcherGateway | undefined): Matchers {
  return {
    toBeProxyResult(received: unknown, gateway?: MatcherGateway): MatcherOutcome {
      refusePromise(received, 'toBeProxyResult');
      return beProxyResult(received, requireGateway(received, gateway ?? fallback));
    },
    toRenderAs(
      this: unknown,
      received: unknown,
      expected: ExpectedResponse,
      gateway?: MatcherGateway,
      request?: HttpRequest,
    ): MatcherOutcome {
      refusePromise(received, 'toRenderAs');
      return renderAs(received, expected, gateway ?? fallback, request, equalsOf(this));
    },
    toHaveIssue(received: unknown, code: IssueCode, gateway?: MatcherGateway, request?: HttpRequest): MatcherOutcome {
      refusePromise(received, 'toHaveIssue');
      return haveIssue(code, () => readIssues(received, { given: gateway, fallback }, request));
    },
    toHaveNoIssues(received: unknown, options: AssertOptions = {}, gateway?: MatcherGateway, request?: HttpRequest): MatcherOutcome {
      refusePromise(received, 'toHaveNoIssues');
      return haveNoIssues(options, () => readIssues(received, { given: gateway, fallback }, request));
    },
    toBeEvent(received: unknown, kind: Exclude<EventKind, 'unknown'>): MatcherOutcome {
      refusePromise(received, 'toBeEvent');
      return beEvent(received, kind);
    },
  };
}
