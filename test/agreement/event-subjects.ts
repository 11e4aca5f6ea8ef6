import { type Gateway, type HttpField, type HttpRequest, TARGETS, type Target, toEvent } from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import fc from 'fast-check';
import { toEventPlainly } from '../events/plain/to-event.js';
import { type Subject, subject } from './subject.js';

/** Names that gateways treat specially or that differ only in case, and names that are special in JavaScript. */
const NAME = fc.oneof(
  fc.constantFrom(
    ...['Host', 'host', 'Cookie', 'COOKIE', 'Connection', 'Via', 'Content-Length', 'X-Forwarded-For', 'x-forwarded-port', 'Authorization'],
    ...['X-Amzn-Trace-Id', 'x-amzn-tls-version', 'Upgrade', 'User-Agent', 'content-type', 'X-A', 'x-a', '__proto__', 'constructor', '1'],
  ),
  fc.integer({ min: 0, max: 40 }).map((index) => `X-${index}`),
);
const VALUE = fc.oneof(
  fc.constantFrom('', '1', 'a; b;c = d ;', 'AWS4-HMAC-SHA256 x', 'image/png', 'application/json; charset=utf-8', 'text/plain'),
  fc.constantFrom('api.example.com', 'abc.execute-api.eu-west-1.amazonaws.com:443', 'abc.lambda-url.eu-west-1.on.aws', 'localhost:3000'),
  fc.string({ maxLength: 6 }),
);
const FIELDS = fc.oneof(
  fc.array(fc.tuple(NAME, VALUE), { maxLength: 6 }),
  fc.array(fc.tuple(NAME, VALUE), { minLength: 15, maxLength: 40 }),
) satisfies fc.Arbitrary<HttpField[]>;

/** Settings that the library's own arbitraries don't draw. Some of them make the path lead nowhere, so that errors are compared, too. */
const SETTINGS = fc.record<Partial<Gateway>>(
  {
    route: fc.constantFrom('GET /users/{id}', '/{proxy+}', '/a/{b}/{c+}', '$default', '$connect'),
    customDomain: fc.constantFrom(
      { domainName: 'api.example.com' },
      { domainName: 'd', basePath: 'prod' },
      { domainName: 'd.e', basePath: '/prod/', stripBasePath: false },
      { domainName: 'd.e', basePath: 'prod', stageInPath: true },
      { domainName: 'd.e', stageInRawPath: false },
    ),
    domainName: fc.constantFrom('x.example', 'abc.execute-api.eu-west-1.amazonaws.com', 'nodot'),
    testInvoke: fc.boolean(),
    vpc: fc.constant({ vpcId: 'vpc-1', vpceId: 'vpce-1' }),
    operationName: fc.constant('getUser'),
    ids: fc.constantFrom({ requestId: 'r' }, { extendedRequestId: 'e', traceId: 't' }),
    authorizer: fc.constantFrom(
      { iam: { cognitoIdentity: { amr: ['authenticated', 'a', 'b'], identityId: 'i', identityPoolId: 'p' } } },
      { lambda: { context: { nested: {} } } },
    ),
  },
  { requiredKeys: [] },
);

interface Sent {
  readonly request: HttpRequest;
  readonly gateway: Gateway;
}

function sentTo(target: Target): fc.Arbitrary<Sent> {
  const plain: fc.Arbitrary<Sent> = exchange(target);
  const unusual = fc.tuple(exchange(target), FIELDS, SETTINGS).map(([{ request, gateway }, fields, settings]): Sent => {
    return { request: { ...request, headers: [...fields, ...request.headers] }, gateway: { ...gateway, ...settings } };
  });
  return fc.oneof(plain, unusual);
}

/** `toEvent`, for every target. */
export const eventSubjects: readonly Subject[] = TARGETS.map((target) =>
  subject(
    `toEvent of ${target}`,
    sentTo(target),
    ({ request, gateway }) => toEvent(request, gateway),
    ({ request, gateway }) => toEventPlainly(request, gateway),
  ),
);
