import {
  buildHttpEvent,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV2,
  buildRestEvent,
  detectEvent,
  type EventInit,
  findRoute,
  selectRoute,
  toEvent,
} from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

/** An object with this key as its own, which a literal cannot have for `__proto__`. */
function own<T>(name: string, value: T): Record<string, T> {
  return Object.fromEntries([[name, value]]);
}

function errorOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return (error as { code: unknown }).code;
  }
}

describe.each(NAMES)('the inherited name %s', (name) => {
  test('is not an option, an authorizer or a key of a setting', () => {
    expect(errorOf(() => buildRestEvent(own(name, 1) as EventInit))).toBe('unknown-option');
    expect(errorOf(() => buildRestEvent({ authorizer: own(name, {}) } as EventInit))).toBe('invalid-option');
    expect(errorOf(() => buildRestEvent({ ids: own(name, 'x') } as EventInit))).toBe('unknown-option');
    expect(errorOf(() => buildRestEvent({ endpointType: name } as unknown as EventInit))).toBe('invalid-option');
  });

  test('is a path parameter only if a value is given', () => {
    const init = { route: `/{${name}}` };
    expect(errorOf(() => buildRestEvent(init as EventInit))).toBe('missing-path-parameter');
    const { pathParameters } = buildRestEvent({ ...init, pathParameters: own(name, 'x') } as EventInit);
    expect(Object.entries(pathParameters ?? {})).toEqual([[name, 'x']]);
  });

  test('is an identity source only if the request has one', () => {
    const identitySource = [`$stageVariables.${name}`];
    expect(errorOf(() => buildRequestAuthorizerEvent({ identitySource, stageVariables: { a: 'b' } }))).toBe('identity-missing');
    expect(errorOf(() => buildRequestAuthorizerEvent({ identitySource: [`$context.${name}`] }))).toBe('identity-missing');
    expect(errorOf(() => buildRequestAuthorizerEvent({ identitySource: [`$request.header.${name}`] }))).toBe('identity-missing');
    const { identitySource: values } = buildRequestAuthorizerEventV2({ identitySource, stageVariables: own(name, 'x') });
    expect(values).toEqual(['x']);
  });

  test('can be a header, a query parameter, a stage variable, a claim and a key of the context', () => {
    const event = buildHttpEvent({
      headers: own(name, 'h'),
      query: own(name, 'q'),
      stageVariables: own(name, 's'),
      authorizer: { jwt: { claims: own(name, 'c') } },
    });
    const { headers, queryStringParameters = {}, stageVariables = {}, requestContext } = event;
    const claims = requestContext.authorizer && 'jwt' in requestContext.authorizer ? requestContext.authorizer.jwt?.claims : undefined;
    const values = [headers, queryStringParameters, stageVariables, claims ?? {}].map((map) => new Map(Object.entries(map)));
    expect(values.map((map) => map.get(name) ?? map.get(name.toLowerCase()))).toEqual(['h', 'q', 's', 'c']);
    const { authorizer } = buildRestEvent({ authorizer: { lambda: { context: own(name, 1) } } }).requestContext;
    expect(Object.entries(authorizer ?? {})).toContainEqual([name, '1']);
    expect(detectEvent(event)).toBe('http-2.0');
  });

  test('can be a key of an override', () => {
    const event = buildRestEvent({ override: own(name, { a: 1 }) as object });
    expect(Object.entries(event)).toContainEqual([name, { a: 1 }]);
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  test('selects a route only if the message has it', () => {
    expect(selectRoute('{}', `$request.body.${name}`)).toBe('$default');
    expect(selectRoute('"text"', `$request.body.${name}`)).toBe('$default');
    expect(selectRoute(JSON.stringify({ action: name }), '$request.body.action', ['say'])).toBe('$default');
  });

  test('is an ordinary segment of a path', () => {
    const request = { method: 'GET', target: `/${name}`, headers: [] };
    expect(findRoute(request, [`/{${name}}`, `/${name}`], { target: 'http-2.0' })).toBe(`/${name}`);
    expect(toEvent(request, { target: 'http-2.0', route: `GET /${name}` }).rawPath).toBe(`/${name}`);
  });
});
