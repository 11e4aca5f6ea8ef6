import { DEFAULT_ACCOUNT_ID } from '../../aws/defaults.js';
import type { GatewayAuthorizer, IamAuthorizer } from '../../gateway/authorizer.js';
import { defined } from '../../gateway/defined.js';
import { GatewayError } from '../../gateway/error.js';
import type { APIGatewayEventIAMAuthorizer, APIGatewayProxyEventV2Authorizer } from '../../types/proxy-event-v2-authorizer.js';

/** `requestContext.authorizer` of a REST or WebSocket event; `undefined` without an authorizer and with IAM, whose caller is in `identity`. */
export function restAuthorizer(authorizer: GatewayAuthorizer | undefined): Record<string, unknown> | undefined {
  if (authorizer === undefined || 'iam' in authorizer) return undefined;
  if (!('lambda' in authorizer)) return { claims: { ...('cognito' in authorizer ? authorizer.cognito : authorizer.jwt).claims } };
  const { principalId = 'user', context, integrationLatency = 0 } = authorizer.lambda;
  // recorded: the context lies flat beside the gateway's two keys, numbers and booleans as strings, null as null.
  return { ...stringified(flat(context ?? {})), principalId, integrationLatency };
}

/** `requestContext.authorizer` of an HTTP API's payload 1.0 event; `undefined` without an authorizer and with IAM. */
export function httpAuthorizerV1(authorizer: GatewayAuthorizer | undefined): Record<string, unknown> | undefined {
  if (authorizer === undefined || 'iam' in authorizer) return undefined;
  // recorded by third parties: two nulls beside a Lambda authorizer's context.
  if ('lambda' in authorizer) return { claims: null, scopes: null, ...unreserved(flat(authorizer.lambda.context ?? {})) };
  return jwtOf(authorizer);
}

/** `requestContext.authorizer` of a payload 2.0 event, one key by kind; `undefined` without an authorizer. */
export function httpAuthorizerV2(authorizer: GatewayAuthorizer | undefined): APIGatewayProxyEventV2Authorizer | undefined {
  if (authorizer === undefined) return undefined;
  if ('iam' in authorizer) return { iam: callerOf(authorizer.iam) };
  // recorded: `lambda` is null when the authorizer returned no context, and what is `undefined` in one vanishes.
  if ('lambda' in authorizer) return { lambda: authorizer.lambda.context == null ? null : defined(authorizer.lambda.context) };
  return { jwt: jwtOf(authorizer) };
}

/** The caller of a request with IAM authorization, every field given or fixed. */
export function callerOf(iam: IamAuthorizer): APIGatewayEventIAMAuthorizer['iam'] {
  return {
    accessKey: 'ASIAIOSFODNN7EXAMPLE',
    accountId: DEFAULT_ACCOUNT_ID,
    callerId: 'AROAIOSFODNN7EXAMPLE:session',
    cognitoIdentity: null,
    principalOrgId: null,
    userArn: `arn:aws:sts::${DEFAULT_ACCOUNT_ID}:assumed-role/role/session`,
    userId: 'AROAIOSFODNN7EXAMPLE:session',
    ...iam,
  };
}

function jwtOf(
  authorizer: Exclude<GatewayAuthorizer, { lambda: unknown } | { iam: unknown }>,
): NonNullable<APIGatewayProxyEventV2Authorizer['jwt']> {
  if ('cognito' in authorizer) return { claims: { ...authorizer.cognito.claims }, scopes: null };
  return { claims: { ...authorizer.jwt.claims }, scopes: authorizer.jwt.scopes == null ? null : [...authorizer.jwt.scopes] };
}

type Context = Readonly<Record<string, unknown>>;

/** What of a context passes where it has to be flat. documented: the call fails with 500 AuthorizerConfigurationException otherwise. */
function flat(context: Context): Context {
  for (const [key, value] of Object.entries(context)) {
    if (typeof value === 'object' && value !== null) {
      throw new GatewayError(
        'nested-authorizer-context',
        ['authorizer', 'lambda', 'context', key],
        'The context may hold text, numbers and booleans alone; the gateway answers 500 otherwise.',
        'Write it as text, for example with JSON.stringify.',
      );
    }
  }
  return defined(context);
}

// documented: an HTTP API keeps `claims`, and `scopes` beside it (recorded by third parties), for itself.
function unreserved({ claims: _, scopes: __, ...context }: Context): Context {
  return context;
}

function stringified(context: Context): Context {
  return Object.fromEntries(Object.entries(context).map(([key, value]) => [key, value === null ? null : String(value)]));
}
