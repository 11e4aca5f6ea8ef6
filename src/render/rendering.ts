import { checkTarget } from '../gateway/check-gateway.js';
import { GatewayError } from '../gateway/error.js';
import type { Gateway } from '../gateway/gateway.js';
import type { HttpRequest } from '../http/request.js';
import { type Issue, type Report, reporterTo } from './issues/issues.js';
import { DIALECTS, type Dialect } from './targets/dialect.js';
import type { RenderOptions, RenderTarget } from './types.js';

/** What the steps of rendering one result share. */
export interface Rendering {
  readonly gateway: Gateway<RenderTarget>;
  readonly dialect: Dialect;
  readonly request: HttpRequest;
  readonly options: RenderOptions;
  /** What was found so far. */
  readonly issues: readonly Issue[];
  readonly report: Report;
}

/** What it takes to read a result, without a request to answer. */
export type Reading = Pick<Rendering, 'dialect' | 'issues' | 'report'>;

/** The request of a client that says nothing of itself. */
export const PLAIN_GET: HttpRequest = { method: 'GET', target: '/', headers: [] };

/**
 * Begins to render a result.
 *
 * @throws GatewayError `unknown-target`, or `wrong-target` for a target without responses.
 */
export function renderingOf(gateway: Gateway<RenderTarget>, request: HttpRequest, options: RenderOptions): Rendering {
  const { target } = gateway;
  checkTarget(target);
  if (!Object.hasOwn(DIALECTS, target)) {
    const reason = `The target \`${target}\` has no responses.`;
    throw new GatewayError('wrong-target', ['target'], reason, `Use one of ${Object.keys(DIALECTS).join(', ')}.`);
  }
  const issues: Issue[] = [];
  return { gateway, dialect: DIALECTS[target], request, options, issues, report: reporterTo(issues, target) };
}

/** Whether what was found so far makes the gateway answer in place of the function. */
export function isRefused({ issues }: Pick<Rendering, 'issues'>): boolean {
  return issues.some(({ severity }) => severity === 'error');
}
