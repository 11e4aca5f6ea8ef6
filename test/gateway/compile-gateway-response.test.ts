import { describe, expect, test } from 'vitest';
import { compileGatewayResponses } from '../../src/gateway/compile-gateway-response.js';
import { contextVariables, isContextVariable } from '../../src/gateway/context-values.js';
import type { Gateway } from '../../src/gateway/gateway.js';

const VARIABLES =
  'Use `context.…`, `stageVariables.…`, `method.request.header.…`, `method.request.querystring.…` or `method.request.path.…`.';
const QUOTES = VARIABLES.replace('Use', 'with single quotes, or use');

function compile(response: unknown, settings: Partial<Gateway> = {}) {
  const gateway = { target: 'rest', gatewayResponses: { DEFAULT_5XX: response }, ...settings } as Gateway;
  return compileGatewayResponses(gateway).get('DEFAULT_5XX');
}
const withHeader = (name: string, value: unknown) => ({ responseParameters: { [`gatewayresponse.header.${name}`]: value } });
const withTemplate = (template: unknown, type = 'a/b') => ({ responseTemplates: { [type]: template } });

describe('compileGatewayResponses', () => {
  test.each<[unknown, string, readonly string[], string]>([
    [5, 'invalid-value', [], "must be an object; got 5. Pass { statusCode: '500' }."],
    [{ responseParameters: 5 }, 'invalid-value', ['responseParameters'], 'must be an object of strings; got 5. Pass an object.'],
    [{ responseTemplates: 'a' }, 'invalid-value', ['responseTemplates'], 'must be an object of strings; got "a". Pass an object.'],
    [withTemplate(5), 'invalid-value', ['responseTemplates', 'a/b'], 'must be a string; got 5. Pass a string.'],
    [withHeader('X', 5), 'invalid-value', ['responseParameters', 'gatewayresponse.header.X'], 'must be a string; got 5. Pass a string.'],
    ...[199, 600, 200.5, '199', '600', 'x', true, null].map((status): [unknown, string, string[], string] => [
      { statusCode: status },
      'invalid-status',
      ['statusCode'],
      `must be a status from 200 to 599; got ${JSON.stringify(status)}. Pass a status such as '403'.`,
    ]),
    ...['Connection', 'CONTENT-LENGTH', 'transfer-encoding', 'a b', '', 'a\r\nb'].map((name): [unknown, string, string[], string] => [
      withHeader(name, "'x'"),
      'unsupported-parameter',
      ['responseParameters', `gatewayresponse.header.${name}`],
      "doesn't name a header that a gateway response can set. Write it as 'gatewayresponse.header.X-Name'.",
    ]),
    [
      { responseParameters: { 'gatewayresponse.heador.X-A': "'x'" } },
      'unsupported-parameter',
      ['responseParameters', 'gatewayresponse.heador.X-A'],
      "doesn't name a header that a gateway response can set. Write it as 'gatewayresponse.header.X-Name'.",
    ],
    [
      withHeader('X', "'a\r\nb'"),
      'unsafe-header-value',
      ['responseParameters', 'gatewayresponse.header.X'],
      'contains a control character, which could split the response. Remove line breaks and other control characters.',
    ],
    [
      withTemplate('x', 'a/b\r\n'),
      'unsafe-header-value',
      ['responseTemplates', 'a/b\r\n'],
      'contains a control character, which could split the response. Remove line breaks and other control characters.',
    ],
    [
      withHeader('X', '\u00e9a"'),
      'unquoted-value',
      ['responseParameters', 'gatewayresponse.header.X'],
      `is "éa\\"", which is neither a variable nor a string in single quotes. Write "'a"'" ${QUOTES}`,
    ],
    [
      withHeader('X', "x'a'"),
      'unquoted-value',
      ['responseParameters', 'gatewayresponse.header.X'],
      `is "x'a'", which is neither a variable nor a string in single quotes. Write "'xa'" ${QUOTES}`,
    ],
    [
      withHeader('X', "'a'x"),
      'unquoted-value',
      ['responseParameters', 'gatewayresponse.header.X'],
      `is "'a'x", which is neither a variable nor a string in single quotes. Write "'ax'" ${QUOTES}`,
    ],
    [
      withHeader('X', 'my context.stage'),
      'unquoted-value',
      ['responseParameters', 'gatewayresponse.header.X'],
      `is "my context.stage", which is neither a variable nor a string in single quotes. Write "'my context.stage'" ${QUOTES}`,
    ],
    [
      withHeader('X', 'context.stag'),
      'unknown-variable',
      ['responseParameters', 'gatewayresponse.header.X'],
      "uses `context.stag`, which AWS doesn't know. Did you mean `context.stage`?",
    ],
    [
      withHeader('X', 'method.request.stage'),
      'unknown-variable',
      ['responseParameters', 'gatewayresponse.header.X'],
      `uses \`method.request.stage\`, which AWS doesn't know. ${VARIABLES}`,
    ],
    [
      withHeader('X', 'stageVariables.'),
      'unknown-variable',
      ['responseParameters', 'gatewayresponse.header.X'],
      `uses \`stageVariables.\`, which AWS doesn't know. ${VARIABLES}`,
    ],
    [withTemplate('$foo'), 'unknown-variable', ['responseTemplates', 'a/b'], `uses \`foo\`, which AWS doesn't know. ${VARIABLES}`],
    [withTemplate(`\${}`), 'unknown-variable', ['responseTemplates', 'a/b'], `uses \`\`, which AWS doesn't know. ${VARIABLES}`],
    [
      withTemplate('a #end'),
      'unsupported-template',
      ['responseTemplates', 'a/b'],
      'contains Velocity: `#end`. Use variables only: gateway responses have no Velocity on AWS either.',
    ],
  ])('rejects %j with %s', (response, code, path, message) => {
    const whole = ['gatewayResponses', 'DEFAULT_5XX', ...path];
    const error = { name: 'GatewayResponseError', code, path: whole, message: expect.stringMatching(endingWith(` ${message}`)) };
    expect(() => compile(response)).toThrow(expect.objectContaining(error));
  });

  test('names an unknown type', () => {
    const settings = { gatewayResponses: { UNAUTHORISED: {} } } as Partial<Gateway>;
    expect(() => compile({}, settings)).toThrow(/ isn't a type of gateway response\. Did you mean `UNAUTHORIZED`\?$/);
  });

  test.each([200, 599, '200', '599'])('accepts the status %j', (statusCode) => {
    expect(compile({ statusCode })?.status).toBe(Number(statusCode));
  });

  test('splits a template at its variables', () => {
    const { template } = compile(withTemplate(`a$context.stage b\${stageVariables.x}$method.request.header.X-A`)) ?? {};
    expect(template?.parts.map(({ from, name }) => `${from}:${name}`)).toEqual([
      ...['text:a', 'context:stage', 'text: b', 'stageVariables:x', 'text:', 'header:X-A', 'text:'],
    ]);
  });

  test('takes the template for JSON, or the first', () => {
    const first = { 'a/b': 'a', 'text/html': 'b' };
    expect(compile({ responseTemplates: { ...first, 'application/json': 'c' } })?.template?.type).toBe('application/json');
    expect(compile({ responseTemplates: first })?.template?.type).toBe('a/b');
    expect(compile({})).toEqual({ status: undefined, fields: [], template: undefined });
  });

  test('checks what a stage variable adds to a header, and no other name', () => {
    const header = withHeader('X', 'stageVariables.a');
    expect(() => compile(header, { stageVariables: { a: 'b\n' } })).toThrow(expect.objectContaining({ code: 'unsafe-header-value' }));
    expect(compile(header, { stageVariables: { a: 'b', c: 'd\n' } })?.fields).toEqual([
      { name: 'X', value: { from: 'stageVariables', name: 'a' } },
    ]);
    const ofContext = withHeader('X', 'context.stage');
    expect(compile(ofContext, { stageVariables: { stage: 'b\n' } })?.fields).toHaveLength(1);
  });

  test('ignores responses that are missing, and every response of another target', () => {
    for (const missing of [undefined, null]) expect(compile(missing)).toBeUndefined();
    expect(compileGatewayResponses({ target: 'rest', gatewayResponses: { DEFAULT_4XX: undefined } as never }).size).toBe(0);
    expect(compile({ statusCode: 5 }, { target: 'http-2.0' })).toBeUndefined();
    expect(compileGatewayResponses({ target: 'rest' }).size).toBe(0);
  });
});

function endingWith(text: string): RegExp {
  return new RegExp(`${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`);
}

describe('isContextVariable', () => {
  // Those that every AWS page about variables lists, and whose values only AWS knows.
  test.each([
    ...['awsEndpointRequestId', 'cipherSuite', 'customDomain.routingRuleIdMatched', 'error.validationErrorString'],
    ...['identity.cognitoAuthenticationProvider', 'identity.cognitoAuthenticationType', 'identity.cognitoIdentityId'],
    ...['identity.cognitoIdentityPoolId', 'integrationErrorMessage', 'integrationLatency', 'integrationStatus', 'isCanaryRequest'],
    ...['responseLatency', 'responseLength', 'status', 'tlsVersion', 'wafResponseCode', 'webaclArn'],
  ])('knows %s', (name) => {
    expect([isContextVariable(name), contextVariables().includes(name)]).toEqual([true, true]);
  });

  test.each([
    ['authorizer.x', true],
    ['authorize.x', true],
    ['authenticate.x', true],
    ['integration.x', true],
    ['waf.x', true],
    ['requestOverride.x', true],
    ['responseOverride.x', true],
    ['authorizer.', false],
    ['xauthorizer.x', false],
    ['x.authorizer.y', false],
    ['constructor', false],
    ['stage', true],
    ['', false],
  ])('of %j is %s', (name, isKnown) => {
    expect(isContextVariable(name)).toBe(isKnown);
  });
});
