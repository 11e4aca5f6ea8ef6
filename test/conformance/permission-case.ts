import {
  checkFunctionUrl,
  checkInvoke,
  type FunctionPolicyStatement,
  type FunctionUrlCall,
  functionPolicy,
  type Gateway,
  type InvokingEvent,
  invokeStatement,
  sourceArnOf,
  toEvent,
} from 'apigw-proxy';
import { type AnyCase, type Verdict, verdictOf } from './verdict.js';

/** A call of a function by an API or through its URL, a permission of the function, and whether AWS invokes the function. */
export type PermissionCase = ApiCase | UrlCase;

interface ApiCase extends AnyCase {
  readonly route: string;
  readonly request: { readonly method: string; readonly path: string };
  /** The end of the permission's source ARN, after the API's id. */
  readonly permission: string;
  readonly expect: Expectation;
}

interface UrlCase extends AnyCase {
  /** The statements of the function's policy. They apply to every function. */
  readonly permission: readonly Omit<FunctionPolicyStatement, 'Resource'>[];
  readonly call: Omit<FunctionUrlCall, 'functionArn'>;
  readonly expect: Expectation;
}

interface Expectation {
  readonly allowed?: boolean;
  readonly warnings?: readonly string[];
  /** What is wrong, as the code and the action or the place. */
  readonly failures?: readonly string[];
}

const API = { region: 'us-east-1', accountId: '123456789012', apiId: 'a1b2c3d4e5' };
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';

/** Checks whether the permission allows the invocation that delivers the event of the request, or the call of the URL. */
export function judgePermissionCase(given: PermissionCase): Verdict {
  const { allowed, warnings, failures } = 'call' in given ? checkUrl(given) : checkApi(given);
  const found: Record<string, unknown> = {
    allowed,
    warnings: warnings.map(({ code }) => code),
    failures: failures.map((failure) => `${failure.code} ${'action' in failure ? failure.action : failure.path.join('.')}`),
  };
  const differences = Object.entries(given.expect).flatMap(([name, value]) => {
    const [expected, got] = [JSON.stringify(value), JSON.stringify(found[name])];
    return expected === got ? [] : [`${name}: expected ${expected}, got ${got}`];
  });
  return verdictOf(given, differences);
}

function checkApi({ api, route, request, permission }: ApiCase): ReturnType<typeof checkInvoke> {
  const gateway = { ...API, target: api, route } as Gateway; // a case names a target
  const event = toEvent({ method: request.method, target: request.path, headers: [] }, gateway) as InvokingEvent;
  const sourceArn = `arn:aws:execute-api:us-east-1:${API.accountId}:${API.apiId}/${permission}`;
  const policy = functionPolicy(invokeStatement({ functionArn: FUNCTION, sourceArn }));
  return checkInvoke(policy, { functionArn: FUNCTION, sourceArn: sourceArnOf(event, FUNCTION) });
}

function checkUrl({ permission, call }: UrlCase): ReturnType<typeof checkFunctionUrl> {
  const statements = permission.map((statement): FunctionPolicyStatement => ({ ...statement, Resource: '*' }));
  return checkFunctionUrl(functionPolicy(...statements), { ...call, functionArn: FUNCTION });
}
