import {
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRestEvent,
  buildTokenAuthorizerEvent,
  buildWebsocketEvent,
  buildWebsocketSession,
  type EventInit,
  fromEvent,
  type RecoverableEvent,
} from 'apigw-proxy/events';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draws } from '../../draws.js';
import { frozen } from '../../frozen.js';
import { EVENTS } from '../drawn-events.js';
import { rebuild } from './rebuild.js';

const SESSION = buildWebsocketSession({ query: { token: 'abc' }, stageVariables: { a: '1' }, apiKey: true });

const CAPTURED: readonly (readonly [string, object])[] = [
  ['connect', SESSION.connect()],
  ['message', SESSION.message({ action: 'say' })],
  ['disconnect', SESSION.disconnect('idle-timeout')],
  ['token', buildTokenAuthorizerEvent({ path: '/users/1', headers: { Authorization: 'Bearer abc' } })],
  ['console test', buildRestEvent({ testInvoke: true, route: '/users/{id}', path: '/users/1' })],
  ['edge', buildRestEvent({ endpointType: 'EDGE', headers: { Via: '1.1 proxy', 'X-Forwarded-For': '192.0.2.1' } })],
  ['private', buildRestEvent({ endpointType: 'PRIVATE', vpc: true })],
];

/** What a captured event can have at once. */
const RICH: EventInit = {
  route: 'POST /users/{id}',
  path: '/users/caf%C3%A9',
  query: 'tag=a&tag=b&q=%26',
  headers: { 'X-Custom': ['one', 'two'], 'Content-Type': 'application/json', 'X-Forwarded-For': '192.0.2.1', 'User-Agent': 'test/1.0' },
  cookies: ['session=abc', 'theme=dark'],
  body: '{"name":"Ada"}',
  stage: 'dev',
  stageVariables: { table: 'users' },
  clientCert: true,
  apiId: 'z9y8x7w6v5',
  accountId: '210987654321',
  region: 'eu-west-1',
  sourceIp: '198.51.100.9',
  ids: { requestId: 'request', traceId: 'Root=1-00000000-000000000000000000000000' },
};
const BUILDERS = { rest: buildRestEvent, 'http-1.0': buildHttpEventV1, 'http-2.0': buildHttpEvent, 'function-url': buildFunctionUrlEvent };
const CHANGES: readonly EventInit[] = [
  { path: '/users/2' },
  { path: '/users/2', route: 'ANY /{proxy+}' },
  { method: 'PATCH', route: 'ANY /users/{id}' },
  { query: { page: 2 } },
  { json: { name: 'Grace', more: true } },
  { body: new Uint8Array([0, 255]), headers: { 'Content-Type': 'image/png' } },
  { cookies: { session: 'def' }, headers: {} },
  { authorizer: { iam: { userArn: 'arn:aws:iam::123456789012:user/grace' } } },
  { authorizer: { lambda: { context: { user: 'grace' } } } },
  { sourceIp: '2001:db8::1' },
  { stage: 'prod' },
  { apiId: 'a0b1c2d3e4' },
  { now: () => 0 },
  { stageVariables: {} },
];
const AUTHORIZERS: readonly EventInit[] = [
  {},
  { authorizer: { iam: {} } },
  { authorizer: { lambda: { context: { user: 'ada' } } } },
  { authorizer: { jwt: { claims: { sub: 'ada' }, scopes: ['a'] } } },
];

describe('fromEvent', () => {
  test.each(EVENTS)('returns options that build an equal event: %s', (_, events) => {
    fc.assert(
      fc.property(events, (given) => {
        expect(rebuild(frozen(given))).toEqual(given);
      }),
      { numRuns: draws(0.5) },
    );
  });

  test.each(CAPTURED)('returns options that build an equal event: %s', (_, given) => {
    expect(rebuild(given)).toEqual(given);
    expect(fromEvent(given as RecoverableEvent)).not.toHaveProperty('override');
  });

  describe.each(Object.entries(BUILDERS))('with an event of %s', (target, build) => {
    // A function URL has no other authorizer.
    const authorizers = target === 'function-url' ? AUTHORIZERS.slice(0, 2) : AUTHORIZERS;

    test.each(authorizers)('needs no override for what a request can have, with %j', (authorizer) => {
      const init = fromEvent(build({ ...RICH, ...authorizer } as object));
      expect(init.override).toBeUndefined();
    });

    test.each(CHANGES)('lets every mirrored field follow a change: %j', (change) => {
      // Without IAM authorization, the event of a function URL doesn't show the account.
      const rich = target === 'function-url' ? { ...RICH, accountId: undefined } : RICH;
      const varied = build.with(fromEvent(build(rich as object)) as object)(change as object);
      expect(varied).toEqual(build.with(rich as object)(change as object));
    });
  });

  test('keeps what no request leads to in `override`', () => {
    const captured = { ...buildRestEvent({ path: '/a' }), added: { by: 'a proxy' }, resource: '/b/{id}' };
    expect(fromEvent(captured).override).toEqual({ added: { by: 'a proxy' }, resource: '/b/{id}' });
    expect(rebuild(captured)).toEqual(captured);
  });

  test('builds a message of a WebSocket API with another body', () => {
    const build = buildWebsocketEvent.with(fromEvent(SESSION.message({ action: 'say' })));
    expect(build({ json: { action: 'shout' } })).toMatchObject({ body: '{"action":"shout"}', requestContext: { routeKey: 'say' } });
  });

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['event', '"event"'],
    [[], 'an array'],
    [{}, 'an object'],
    [{ requestContext: {} }, 'an object'],
    [{ version: '1.0', requestContext: {} }, 'an object'],
    [{ requestContext: { elb: {} }, httpMethod: 'GET' }, 'an object'],
    [{ Records: [] }, 'an object'],
  ])('throws a TypeError for %j', (given, found) => {
    const fix = 'Pass the whole event.';
    const message = `\`event\` must be an event of API Gateway or of a function URL; got ${found}. ${fix}`;
    const error = expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path: ['event'], message, fix });
    expect(() => fromEvent(given as unknown as RecoverableEvent)).toThrow(error);
  });

  test('returns options for any event with the fields of its kind, however strange', () => {
    const strange = fc.record({
      httpMethod: fc.string(),
      path: fc.anything(),
      headers: fc.anything(),
      body: fc.anything(),
      requestContext: fc.object(),
    });
    fc.assert(fc.property(strange, (given) => void fromEvent(given as never)));
  });
});
