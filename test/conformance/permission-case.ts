import { checkInvoke, functionPolicy, type Gateway, type InvokingEvent, invokeStatement, sourceArnOf, toEvent } from 'apigw-proxy';
import { type AnyCase, type Verdict, verdictOf } from './verdict.js';

/** A request, a permission of the function, and whether AWS invokes the function. */
export interface PermissionCase extends AnyCase {
  readonly route: string;
  readonly request: { readonly method: string; readonly path: string };
  /** The end of the permission's source ARN, after the API's id. */
  readonly permission: string;
  readonly expect: { readonly allowed?: boolean; readonly warnings?: readonly string[] };
}

const API = { region: 'us-east-1', accountId: '123456789012', apiId: 'a1b2c3d4e5' };
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';

/** Checks whether the permission allows the invocation that delivers the event of the request. */
export function judgePermissionCase(given: PermissionCase): Verdict {
  const { api, route, request, permission, expect } = given;
  const gateway = { ...API, target: api, route } as Gateway; // a case names a target
  const event = toEvent({ method: request.method, target: request.path, headers: [] }, gateway) as InvokingEvent;
  const sourceArn = `arn:aws:execute-api:us-east-1:${API.accountId}:${API.apiId}/${permission}`;
  const policy = functionPolicy(invokeStatement({ functionArn: FUNCTION, sourceArn }));
  const { allowed, warnings } = checkInvoke(policy, { functionArn: FUNCTION, sourceArn: sourceArnOf(event, FUNCTION) });
  const found: Record<string, unknown> = { allowed, warnings: warnings.map(({ code }) => code) };
  const differences = Object.entries(expect).flatMap(([name, value]) => {
    const [expected, got] = [JSON.stringify(value), JSON.stringify(found[name])];
    return expected === got ? [] : [`${name}: expected ${expected}, got ${got}`];
  });
  return verdictOf(given, differences);
}
