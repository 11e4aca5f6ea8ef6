import {
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRestEvent,
  claims,
  clientIp,
  method,
  query,
  type RequestEvent,
} from 'apigw-proxy';
import { describe, expect, test } from 'vitest';
import { everywhere } from './everywhere.js';

describe('method', () => {
  test('returns the method of the request when the route says ANY', () => {
    expect(method(buildHttpEvent({ route: 'ANY /{proxy+}', method: 'PATCH', path: '/a' }))).toBe('PATCH');
  });
});

describe('clientIp', () => {
  const withAddress = (sourceIp: string): RequestEvent[] => everywhere({ sourceIp });

  // A proxy in front of AWS can add the port, or a space.
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8::1'],
    ['10.1.15.242:39870', '10.1.15.242'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    [' 192.0.2.1', '192.0.2.1'],
    ['test-invoke-source-ip', 'test-invoke-source-ip'],
    ['x10.1.15.242:39870', 'x10.1.15.242:39870'],
    ['10.1.15.242:39870x', '10.1.15.242:39870x'],
    ['2001:db8::1]:443', '2001:db8::1]:443'],
  ])('reads %j', (sourceIp, expected) => {
    for (const event of withAddress(sourceIp)) expect(clientIp(event)).toBe(expected);
  });
});

describe('query', () => {
  test('returns every value of a repeated parameter, and keeps commas in values', () => {
    for (const event of everywhere({ query: 'select=name,age&key=a%2Cb&key=c' })) {
      expect([...query(event)]).toEqual([
        ['select', 'name,age'],
        ['key', 'a,b'],
        ['key', 'c'],
      ]);
    }
  });

  test('reads single values when the event has no multi-value map', () => {
    expect(query({ ...buildRestEvent({ query: 'a=1' }), multiValueQueryStringParameters: null }).get('a')).toBe('1');
  });

  test('leaves out values that are not strings, and reads an event without a query', () => {
    const multiValueQueryStringParameters = { a: ['1', 2, null], b: 3 };
    expect([...query({ ...buildRestEvent(), multiValueQueryStringParameters })]).toEqual([['a', '1']]);
    expect([...query({ ...buildHttpEvent(), rawQueryString: undefined } as never)]).toEqual([]);
  });

  test.each(['constructor', '__proto__'])('reads a parameter called %s', (name) => {
    for (const event of everywhere({ query: `${name}=1` })) expect(query(event).getAll(name)).toEqual(['1']);
    for (const event of everywhere({})) expect(query(event).has(name)).toBe(false);
  });
});

describe('claims', () => {
  const sub = { sub: 'ada' };

  test.each<[string, RequestEvent]>([
    ['Cognito on REST', buildRestEvent({ authorizer: { cognito: { claims: sub } } })],
    ['JWT with payload 1.0', buildHttpEventV1({ authorizer: { jwt: { claims: sub } } })],
    ['JWT with payload 2.0', buildHttpEvent({ authorizer: { jwt: { claims: sub } } })],
  ])('returns the claims of %s', (_, event) => {
    expect(claims(event)).toEqual(sub);
  });

  test.each<[string, RequestEvent]>([
    ['no authorizer', buildRestEvent()],
    ['a Lambda authorizer', buildHttpEvent({ authorizer: { lambda: { context: { claims: 'x' } } } })],
    ['a flat context with that name', buildRestEvent({ authorizer: { lambda: { context: { claims: 'x' } } } })],
    ['a Lambda authorizer without context', buildHttpEventV1({ authorizer: { lambda: {} } })],
    ['IAM', buildFunctionUrlEvent({ authorizer: { iam: {} } })],
  ])('returns undefined with %s', (_, event) => {
    expect(claims(event)).toBeUndefined();
  });
});
