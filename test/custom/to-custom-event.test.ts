import { gzipSync } from 'node:zlib';
import { customizeResponses, type Gateway, toEvent } from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import { type CustomIntegration, type CustomIssueCode, toCustomEvent } from 'apigw-proxy/custom';
import type { HttpField, HttpRequest } from 'apigw-proxy/http';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draws } from '../draws.js';

const INTEGRATION: CustomIntegration = { integration: 'custom', responses: [{ statusCode: 200 }] };
const TEMPLATES = { 'application/json': '$input.body' };
const GATEWAY = { target: 'rest', route: 'POST /users/{id}', stageVariables: { table: 'users' } } as const;

function post(text: string | Uint8Array, headers: readonly HttpField[] = []): HttpRequest {
  const body = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { method: 'POST', target: '/prod/users/7?page=2&page=3&q=a%20b', headers, body };
}

function withTemplate(template: string): CustomIntegration {
  return { ...INTEGRATION, requestTemplates: { 'application/json': template } };
}

/** Requests without a body, which run the template for JSON, and settings. */
const routed = exchange('rest').map(({ request: { body: _, ...request }, gateway }) => {
  return { request: { ...request, headers: request.headers.filter(([name]) => name.toLowerCase() !== 'content-type') }, gateway };
});

const typed = (type: string): HttpField[] => [['Content-Type', type]];
const bodyOf = (body: Uint8Array | undefined): unknown => JSON.parse(new TextDecoder().decode(body));

describe('toCustomEvent', () => {
  test('returns the body as the event', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { event, payload, issues } = toCustomEvent(post(text, typed('application/json')), INTEGRATION);
        expect([event, payload, issues]).toEqual([JSON.parse(text), text, []]);
      }),
    );
  });

  test('returns an empty object without a body', () => {
    expect(toCustomEvent({ method: 'GET', target: '/', headers: [] }, INTEGRATION)).toMatchObject({ event: {}, issues: [] });
  });

  test.each<[string, Uint8Array, string, unknown, CustomIssueCode[], number | undefined]>([
    ['inflates gzip', gzipSync('{"a":1}'), 'gzip', { a: 1 }, [], undefined],
    ['refuses a body that is not gzip', new TextEncoder().encode('{}'), 'gzip', undefined, ['unsupported-content-encoding'], 415],
    ['refuses another coding', new TextEncoder().encode('{}'), 'br', undefined, ['unsupported-content-encoding'], 415],
    ['refuses a body that expands to more than 10 MB', gzipSync(new Uint8Array(10_485_761)), 'gzip', undefined, ['request-too-large'], 413],
  ])('%s', (_, bytes, coding, event, codes, status) => {
    const result = toCustomEvent(post(new Uint8Array(bytes), [['Content-Encoding', coding]]), INTEGRATION);
    expect([result.event, result.issues.map(({ code }) => code), result.response?.status]).toEqual([event, codes, status]);
  });

  test.each<[target: string, gateway: Partial<Gateway>, code: CustomIssueCode, status: number]>([
    ['/prod/a?b={c}', {}, 'malformed-url', 400],
    ['/prod/a%zz', {}, 'malformed-url', 400],
    [`/prod/${'a'.repeat(1600)}`, {}, 'url-too-long', 414],
    ['/prod/a', { endpointType: 'EDGE' }, 'body-not-allowed', 403],
  ])('reports a request that the gateway refuses: %.20s %j', (target, settings, code, status) => {
    const request = { method: 'GET', target, headers: [], body: new TextEncoder().encode('{}') };
    const { issues, response } = toCustomEvent(request, withTemplate('{}'), { ...settings, target: 'rest' });
    expect([issues.map((issue) => issue.code), response?.status]).toEqual([[code], status]);
  });

  test('needs no route for what reads no request', () => {
    const request = { method: 'POST', target: '/somewhere', headers: [] };
    expect(toCustomEvent(request, INTEGRATION, { target: 'rest', route: 'GET /users/{id}' }).event).toEqual({});
  });

  // The rows of AWS's page on passthrough behavior.
  test.each<
    [CustomIntegration['passthroughBehavior'], string | undefined, CustomIntegration['requestTemplates'], CustomIssueCode | undefined]
  >([
    ['WHEN_NO_MATCH', undefined, TEMPLATES, undefined],
    ['NEVER', 'application/json', TEMPLATES, undefined],
    ['NEVER', 'Application/JSON; charset=utf-8', TEMPLATES, undefined],
    ['WHEN_NO_MATCH', 'application/xml', TEMPLATES, undefined],
    ['WHEN_NO_TEMPLATES', 'application/xml', TEMPLATES, 'unsupported-media-type'],
    ['NEVER', 'application/xml', TEMPLATES, 'unsupported-media-type'],
    ['WHEN_NO_TEMPLATES', 'application/xml', undefined, undefined],
    ['WHEN_NO_TEMPLATES', 'application/xml', { 'application/xml': '' }, undefined],
    ['NEVER', undefined, undefined, 'unsupported-media-type'],
  ])('returns for %s, a body of type %s and the templates %o the issue %s', (passthroughBehavior, type, requestTemplates, code) => {
    const { issues, response } = toCustomEvent(post('{}', type === undefined ? [] : typed(type)), {
      ...INTEGRATION,
      ...(passthroughBehavior && { passthroughBehavior }),
      ...(requestTemplates && { requestTemplates }),
    });
    expect(issues.map((issue) => issue.code)).toEqual(code === undefined ? [] : [code]);
    expect(response?.status).toBe(code === undefined ? undefined : 415);
  });

  test('rejects a value of passthroughBehavior that AWS does not have', () => {
    const integration = { ...INTEGRATION, passthroughBehavior: 'WHEN_NO_TEMPLATE' } as unknown as CustomIntegration;
    expect(() => toCustomEvent(post('{}'), integration)).toThrow(
      expect.objectContaining({ code: 'invalid-option', fix: 'Did you mean `WHEN_NO_TEMPLATES`?' }),
    );
  });

  test.each<[integration: unknown, path: (string | number)[]]>([
    [undefined, ['integration']],
    ['custom', ['integration']],
    [{ integration: 'custom' }, ['responses']],
    [{ integration: 'custom', responses: ['x'] }, ['responses', 0]],
  ])('rejects what is not an integration: %j', (integration, path) => {
    expect(() => toCustomEvent(post('{}'), integration as CustomIntegration)).toThrow(
      expect.objectContaining({ code: 'invalid-option', path }),
    );
  });

  test('returns an issue for a body that is not JSON', () => {
    expect(toCustomEvent(post('{'), INTEGRATION)).toMatchObject({
      event: undefined,
      response: { status: 400, ok: false },
      issues: [{ code: 'body-not-json', severity: 'error' }],
    });
  });
});

/** A template that prints values as base64, so that any character survives. */
function readingTemplate(references: Readonly<Record<string, string>>): string {
  return `{${Object.entries(references).map(([name, reference]) => `"${name}": "$util.base64Encode(${reference})"`)}}`;
}

const base64 = (value: unknown): string => Buffer.from(value === null ? '' : String(value)).toString('base64');

/** The values in a request context that aren't objects, by the reference that reads each. */
function leavesOf(context: object, prefix = '$context'): [reference: string, value: unknown][] {
  return Object.entries(context).flatMap(([name, value]): [string, unknown][] => {
    const reference = `${prefix}.get(${JSON.stringify(name)})`;
    return typeof value === 'object' && value !== null ? leavesOf(value, reference) : [[reference, value]];
  });
}

describe('a request template', () => {
  // The name of a key stands in the template, where Velocity would read these characters.
  const isPlain = ([reference]: readonly [string, unknown]): boolean => !/[$#\\]/.test(reference.slice(1));

  test('reads the parameters that a proxy event has', () => {
    const parts = { path: 'pathParameters', querystring: 'queryStringParameters', header: 'headers' } as const;
    fc.assert(
      fc.property(routed, ({ request, gateway }) => {
        const event = toEvent(request, gateway);
        const template = Object.keys(parts)
          .map((part) => {
            const map = `$input.params().${part}`;
            const entries = `#foreach($e in ${map}.entrySet())["$util.base64Encode($e.key)","$util.base64Encode($e.value)"]#if($foreach.hasNext),#end#end`;
            return `"${part}":[${entries}]`;
          })
          .join(',');
        const sent = toCustomEvent(request, withTemplate(`{${template}}`), gateway);
        const expected = Object.entries(parts).map(([part, key]) => [
          part,
          Object.entries(event[key] ?? {}).map(([name, value]) => [base64(name), base64(value)]),
        ]);
        expect(sent.event).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: draws(0.25) },
    );
  });

  test('reads the context that a proxy event has', () => {
    fc.assert(
      fc.property(routed, ({ request, gateway }) => {
        const { authorizer, ...context } = toEvent(request, gateway).requestContext;
        const { integrationLatency: _, ...left } = authorizer ?? {};
        const leaves = leavesOf(authorizer == null ? context : { ...context, authorizer: left }).filter(isPlain);
        const template = readingTemplate(Object.fromEntries(leaves.map(([reference], index) => [index, reference])));
        const sent = toCustomEvent(request, withTemplate(template), gateway);
        expect(sent.event).toEqual(Object.fromEntries(leaves.map(([, value], index) => [index, base64(value)])));
      }),
      { numRuns: draws(0.25) },
    );
  });

  test('splits the query where a proxy event does', () => {
    const request = { method: 'POST', target: '/prod/users/7?a=1;b=2&c=3', headers: [] };
    const { event } = toCustomEvent(request, withTemplate('{"query": "$input.params().querystring"}'), GATEWAY);
    expect(event).toEqual({ query: '{a=1, b=2, c=3}' });
    expect(toEvent(request, GATEWAY).queryStringParameters).toEqual({ a: '1', b: '2', c: '3' });
  });

  test('reads the trace id if the settings have one', () => {
    const integration = withTemplate('{"id": "$context.xrayTraceId", "keys": "$context.keySet()"}');
    const traceId = 'Root=1-00000000-000000000000000000000001';
    const [without, withId] = [GATEWAY, { ...GATEWAY, ids: { traceId } }].map((gateway) => toCustomEvent(post('{}'), integration, gateway));
    expect(without?.event).toMatchObject({ id: '', keys: expect.not.stringContaining('xrayTraceId') });
    expect(withId?.event).toMatchObject({ id: traceId, keys: expect.stringContaining('xrayTraceId') });
  });

  test('sees the request and the settings', () => {
    const integration = withTemplate(`{
      "path": "$input.params('id')", "query": "$input.params('page')", "header": "$input.params('X-A')",
      "stage": "$context.stage", "route": "$context.resourcePath", "table": "$stageVariables.table", "body": $input.json('$.a')
    }`);
    expect(toCustomEvent(post('{"a":[1.0]}', [['X-A', 'b']]), integration, GATEWAY)).toMatchObject({
      event: { path: '7', query: '3', header: 'b', stage: 'prod', route: '/users/{id}', table: 'users', body: [1] },
      issues: [],
    });
  });

  test('sees a console test as it was entered', () => {
    const template = '{"headers": "$input.params().header", "ip": "$context.identity.sourceIp", "deployment": "$context.deploymentId"}';
    const request = { ...post('{}', [['Connection', 'x']]), target: '/users/7' };
    const { event } = toCustomEvent(request, withTemplate(template), { ...GATEWAY, testInvoke: true });
    expect(event).toEqual({ headers: '{Connection=x}', ip: 'test-invoke-source-ip', deployment: '' });
  });

  test.each<[bytes: number, text: string]>([
    [300 * 1024, 'a'],
    [300 * 1024, 'é'],
  ])('may have %i bytes of %j', (bytes, character) => {
    const most = character.repeat(Math.floor(bytes / new TextEncoder().encode(character).length) - 1);
    expect(toCustomEvent(post('{}'), withTemplate(`"${most.slice(1)}"`), GATEWAY).issues).toEqual([]);
    expect(toCustomEvent(post('{}'), withTemplate(`"${most}${character}"`), GATEWAY)).toMatchObject({
      issues: [{ code: 'template-too-large' }],
      response: { status: 500 },
    });
  });

  test('can be chosen by any type', () => {
    const requestTemplates = { 'text/csv': '{"csv": "$util.escapeJavaScript($input.body)"}', 'application/json': '{}' };
    const { event } = toCustomEvent(post('a,b\n', typed('text/csv')), { ...INTEGRATION, requestTemplates });
    expect(event).toEqual({ csv: 'a,b\n' });
  });

  test.each<[template: string, code: CustomIssueCode, line: number, column: number]>([
    ['{}\n#if($a)', 'template-syntax', 2, 8],
    ["{}\n\n  $input.path('$.list').get(9)", 'template-exception', 3, 3],
    ["$input.path('$.list').stream()", 'template-unsupported', 1, 1],
    ['#macro(m)#m()#end\n#m()', 'template-exception', 1, 10],
    ['#set($a = \'aaaaaaaa\')\n#foreach($i in [1..99])#set($a = "$a$a")#end', 'template-too-expensive', 2, 35],
    ["{\n#set($context.requestOverride.header.a = 'b')#set($context.requestOverride.header.a = 'c')}", 'override-repeated', 0, 0],
    ['{"a": $input.params(\'page\'}', 'template-syntax', 1, 27],
  ])('has an issue that names the place: %j', (template, code, line, column) => {
    const { event, issues, response } = toCustomEvent(post('{"list":[]}'), withTemplate(template), GATEWAY);
    const found = issues.find(({ severity }) => severity === 'error');
    expect(found).toMatchObject({ code, path: ['requestTemplates', 'application/json'], ...(line > 0 && { line, column }) });
    expect([event, response?.status, response?.ok]).toEqual([undefined, 500, false]);
  });

  test.each<[template: string, code: CustomIssueCode]>([
    ["$input.path('$.list').map()", 'unknown-method'],
    ['#set($!a = 1)', 'set-without-effect'],
    ["#set($a = $context.stage.split('r'))$a", 'identity-printed'],
    ['#foreach($i in [1..1001])#end', 'loop-limit'],
    ["$input.json('$.url')", 'slash-escaped'],
  ])('goes on after what may surprise, with an issue: %s', (template, code) => {
    const { issues } = toCustomEvent(post('{"url":"a/b","list":[]}'), withTemplate(`${template}## {}`), GATEWAY);
    expect(issues[0]).toMatchObject({ code, line: 1 });
  });

  test('prints nothing for an empty event', () => {
    expect(toCustomEvent(post('{}'), withTemplate('#set($a = 1)'), GATEWAY)).toMatchObject({ event: {}, payload: '', issues: [] });
  });

  test('whose text is not JSON gets the answer of Lambda', () => {
    const { event, payload, issues, response } = toCustomEvent(post('{}'), withTemplate('{"a": "$input.params(\'q\')'), GATEWAY);
    expect([event, payload]).toEqual([undefined, '{"a": "a b']);
    expect(issues).toMatchObject([{ code: 'event-not-json', path: ['requestTemplates'] }]);
    expect([response?.status, bodyOf(response?.body)]).toEqual([400, { Type: 'User', message: 'Could not parse request body into json.' }]);
  });

  test('does not change its arguments, and gives the same event again', () => {
    const integration = withTemplate("#set($b = $input.path('$'))$b.put('x', 1)#set($context.stage = 'y')$input.json('$')");
    const [request, before] = [post('{"a":1}'), JSON.stringify([integration, GATEWAY])];
    const events = [1, 2].map(() => toCustomEvent(request, integration, GATEWAY).payload);
    expect(events).toEqual(['{"a":1,"x":1}', '{"a":1,"x":1}']);
    expect(JSON.stringify([integration, GATEWAY])).toBe(before);
  });
});

describe('parameters of the request to Lambda', () => {
  test('are mapped, and overridden by the template', () => {
    const integration: CustomIntegration = {
      ...withTemplate("{}#set($context.requestOverride.header.X-B = 'over')#set($context.requestOverride.querystring.n = [1, 2])"),
      requestParameters: {
        'integration.request.header.X-A': "'text'",
        'integration.request.header.X-B': 'method.request.header.X-B',
        'integration.request.header.X-Stage': 'context.stage',
        'integration.request.querystring.all': 'method.request.multivaluequerystring.page',
        'integration.request.querystring.last': 'method.request.querystring.page',
        'integration.request.path.table': 'stageVariables.table',
        'integration.request.path.part': 'method.request.body.a[1].b',
      },
    };
    const { integrationRequest, issues } = toCustomEvent(post('{"a":[0,{"b":{"c":1}}]}', [['X-B', 'b']]), integration, GATEWAY);
    expect(issues).toEqual([]);
    expect(integrationRequest).toEqual({
      headers: { 'X-A': 'text', 'X-B': 'over', 'X-Stage': 'prod' },
      query: { all: ['2', '3'], last: '3', n: '1,2' },
      path: { table: 'users', part: '{"c":1}' },
    });
  });

  test.each<[parameter: string, source: string, code: CustomIssueCode, severity: string]>([
    ['integration.request.header.A', 'method.request.header.B', 'mapping-without-value', 'warning'],
    ['integration.request.header.A', 'method.request.header.__proto__', 'mapping-without-value', 'warning'],
    ['integration.request.header.A', 'context.identity', 'mapping-without-value', 'warning'],
    ['integration.request.header.A', 'something', 'mapping-not-readable', 'error'],
    ['integration.request.header.A', 'method.request.header', 'mapping-not-readable', 'error'],
    ['integration.request.header.A', 'method.request.multivaluequerystring', 'mapping-not-readable', 'error'],
    ['integration.request.header.A', 'context.', 'mapping-not-readable', 'error'],
    ['integration.request.header.A', 'stageVariables.', 'mapping-not-readable', 'error'],
    ['integration.request.header.A', 'method.request.body.a[', 'mapping-not-readable', 'error'],
    ['integration.request.cookie.A', "'a'", 'mapping-name-invalid', 'error'],
    ['integration.request.header.Authorization', "'a'", 'header-not-mappable', 'error'],
    ['integration.request.header.transfer-encoding', "'a'", 'header-not-mappable', 'error'],
  ])('%s from %s has the issue %s', (parameter, source, code, severity) => {
    const requestParameters = { [parameter]: source } as NonNullable<CustomIntegration['requestParameters']>;
    const { issues, response, integrationRequest } = toCustomEvent(post('{"a":1}'), { ...INTEGRATION, requestParameters }, GATEWAY);
    expect(issues).toMatchObject([{ code, severity }]);
    expect(response?.status).toBe(severity === 'error' ? 500 : undefined);
    expect(Object.getPrototypeOf(integrationRequest.headers)).toBe(Object.prototype);
  });
});

describe('a parameter mapping', () => {
  test.each<[body: string, source: string, value: string | undefined]>([
    ['', 'method.request.body', '{}'],
    [' {"a": 1.0} ', 'method.request.body', '{"a": 1.0}'],
    ['plain text', 'method.request.body', 'plain text'],
    ['plain text', 'method.request.body.a', undefined],
    ['{"a": null}', 'method.request.body.a', undefined],
    ['{"a": 1.0}', 'method.request.body.a', '1.0'],
    ['{"a": ["b"]}', 'method.request.body.a', '["b"]'],
    ['{}', "''", ''],
    ['{}', "'it''s'", "it''s"],
    ['{}', 'method.request.path.id', '7'],
    ['{}', 'method.request.querystring.page', '3'],
    ['{}', 'method.request.header.X-A', '2'],
    ['{}', 'method.request.header.x-a', undefined],
    ['{}', 'method.request.multivalueheader.X-A', '1,2'],
    ['{}', 'context.stage', 'prod'],
    ['{}', 'context.stage.name', undefined],
    ['{}', 'context.requestTimeEpoch', '1767323045678'],
    ['{}', 'stageVariables.table', 'users'],
    ['{}', 'stageVariables.none', undefined],
  ])('reads from the body %j and %s the value %j', (body, source, value) => {
    const requestParameters = { 'integration.request.header.A': source } as NonNullable<CustomIntegration['requestParameters']>;
    const headers: HttpField[] = [
      ['X-A', '1'],
      ['X-A', '2'],
    ];
    const { integrationRequest } = toCustomEvent(post(body, headers), { ...INTEGRATION, requestParameters }, GATEWAY);
    expect(integrationRequest.headers['A']).toBe(value);
  });

  test.each(['{', '["', '"a', "'a'"])('answers 400 for a body that starts like JSON and is not: %j', (body) => {
    const requestParameters = { 'integration.request.header.A': 'method.request.body.a' } as const;
    const { response, issues } = toCustomEvent(post(body), { ...withTemplate('{}'), requestParameters }, GATEWAY);
    expect([response?.status, bodyOf(response?.body)]).toEqual([400, { message: 'Invalid JSON in request body' }]);
    expect(issues).toMatchObject([{ code: 'body-mapping-failed' }]);
  });

  test('stops for a body that is nested too deeply', () => {
    const requestParameters = { 'integration.request.header.A': 'method.request.body.a' } as const;
    const body = `${'['.repeat(1000)}${']'.repeat(1000)}`;
    const { response, issues } = toCustomEvent(post(body), { ...INTEGRATION, requestParameters }, GATEWAY);
    expect(issues).toMatchObject([{ code: 'mapping-too-expensive', path: ['requestParameters'] }]);
    expect(response?.status).toBe(500);
  });

  test('names the exception of a path that Java rejects', () => {
    const requestParameters = { 'integration.request.header.A': "method.request.body.a[?(@.b =~ 'x')]" } as const;
    const { response, issues } = toCustomEvent(post('{"a":[{"b":"x"}]}'), { ...INTEGRATION, requestParameters }, GATEWAY);
    expect(issues).toMatchObject([{ code: 'mapping-exception', path: ['requestParameters'] }]);
    expect(issues[0]?.message).toContain('ClassCastException');
    expect(response?.status).toBe(500);
  });

  test.each<[override: string, headers: Record<string, string>]>([
    ["#set($context.requestOverride = 'x')", { A: 'mapped' }],
    ["#set($context.requestOverride.header = 'x')", { A: 'mapped' }],
    ["#set($context.requestOverride.header.A = '')", { A: '' }],
    ["#set($context.requestOverride.header.B = [1, 'x', [2]])", { A: 'mapped', B: '1,x,[2]' }],
    ["#set($k = {})#set($context.requestOverride.header[$k] = 'x')", { A: 'mapped', '{}': 'x' }],
    ["#set($x = $input.path('$').add(1))#set($context.requestOverride.header.B = $input.path('$'))", { A: 'mapped', B: ',1' }],
    ["#set($context.requestOverride.header.B = $input.path('$[0]'))", { A: 'mapped', B: '' }],
  ])('loses against an override: %s', (template, headers) => {
    const requestParameters = { 'integration.request.header.A': "'mapped'" } as const;
    const { integrationRequest } = toCustomEvent(post('[null]'), { ...withTemplate(`{}${template}`), requestParameters }, GATEWAY);
    expect(integrationRequest.headers).toEqual(headers);
  });
});

describe('contentHandling of a request', () => {
  const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  const BASE64 = 'iVBORw==';
  const gateway = { ...GATEWAY, binaryMediaTypes: ['image/png'] };
  const requestTemplates = { 'image/png': '{"body": "$input.body"}', 'text/plain': '{"body": "$input.body"}' };

  // The rows of AWS's table for requests: the body, its type, the setting; what a template sees, and what passes without one.
  test.each<[body: string | Uint8Array, type: string, handling: CustomIntegration['contentHandling'], seen: string, passed: string]>([
    ['text', 'text/plain', undefined, 'text', 'text'],
    ['text', 'text/plain', 'CONVERT_TO_TEXT', 'text', 'text'],
    [BASE64, 'text/plain', 'CONVERT_TO_BINARY', '500', '\ufffdPNG'],
    [PNG, 'image/png', undefined, '500', '\ufffdPNG'],
    [PNG, 'image/png', 'CONVERT_TO_TEXT', BASE64, BASE64],
    [PNG, 'image/png', 'CONVERT_TO_BINARY', '500', '\ufffdPNG'],
  ])('%j of type %s with %s', (body, type, contentHandling, seen, passed) => {
    const integration = { ...INTEGRATION, ...(contentHandling && { contentHandling }) };
    const mapped = toCustomEvent(post(body, typed(type)), { ...integration, requestTemplates }, gateway);
    expect(mapped.response === undefined ? mapped.event : String(mapped.response.status)).toEqual(seen === '500' ? '500' : { body: seen });
    expect(toCustomEvent(post(body, typed(type)), integration, gateway).payload).toBe(passed);
  });

  test('answers 500 for a body that is not base64', () => {
    const integration = { ...INTEGRATION, contentHandling: 'CONVERT_TO_BINARY' } as const;
    expect(toCustomEvent(post('???', typed('text/plain')), integration, gateway)).toMatchObject({
      response: { status: 500 },
      issues: [{ code: 'base64-invalid' }],
    });
  });
});

describe('a request validator', () => {
  const model = { type: 'object' };
  const isValid = (body: unknown): boolean => typeof body === 'object' && body !== null && !Array.isArray(body);
  const validated = (method: CustomIntegration['method']): CustomIntegration => ({ ...INTEGRATION, ...(method && { method }) });

  test.each<[body: string, type: string | undefined, status: number | undefined]>([
    ['{}', undefined, undefined],
    ['', undefined, undefined],
    ['[]', undefined, 400],
    ['{', undefined, 400],
    ['[]', 'text/plain', undefined],
    ['[]', 'Application/JSON; charset=utf-8', 400],
  ])('compares the body %j of type %s with its model: %s', (body, type, status) => {
    const integration = validated({ validateRequestBody: true, requestModels: { 'application/json': model }, isValid });
    const { response, issues } = toCustomEvent(post(body, type === undefined ? [] : typed(type)), integration, GATEWAY);
    expect(response?.status).toBe(status);
    if (status !== undefined) expect(issues).toMatchObject([{ code: 'invalid-body' }]);
  });

  test('has the default model for other types', () => {
    const integration = validated({ validateRequestBody: true, requestModels: { $default: model }, isValid });
    expect(toCustomEvent(post('[]', typed('text/plain')), integration, GATEWAY).response?.status).toBe(400);
  });

  test('names the required parameters that are missing or blank', () => {
    const requestParameters = {
      'method.request.querystring.a': true,
      'method.request.header.X-A': true,
      'method.request.header.X-B': true,
      'method.request.header.X-C': false,
      'method.request.path.id': true,
    } as const;
    const integration = validated({ validateRequestParameters: true, requestParameters });
    const { response, issues } = toCustomEvent(post('{}', [['X-B', ' ']]), integration, GATEWAY);
    expect(bodyOf(response?.body)).toEqual({ message: 'Missing required request parameters: [X-A, X-B, a]' });
    expect(issues).toMatchObject([{ code: 'missing-parameters', path: ['method', 'requestParameters'] }]);
  });

  test('finds a required header in any case', () => {
    const integration = validated({ validateRequestParameters: true, requestParameters: { 'method.request.header.X-A': true } });
    expect(toCustomEvent(post('{}', [['x-a', '1']]), integration, GATEWAY).response).toBeUndefined();
  });

  test.each<[CustomIntegration['method'], string]>([
    [{ validateRequestBody: true }, 'Invalid request body'],
    [{ validateRequestParameters: true }, 'Missing required request parameters: [X-A]'],
    [{ validateRequestBody: true, validateRequestParameters: true }, 'Missing required request parameters: [X-A]'],
  ])('answers 400 with the words of AWS: %o', (checks, message) => {
    const requestParameters = { 'method.request.header.X-A': true } as const;
    const integration = validated({ ...checks, requestParameters, requestModels: { 'application/json': model }, isValid: () => false });
    const { response } = toCustomEvent(post('{}'), integration, GATEWAY);
    expect([response?.status, bodyOf(response?.body)]).toEqual([400, { message }]);
  });

  test('needs a function that validates', () => {
    const integration = validated({ validateRequestBody: true, requestModels: { 'application/json': model } });
    expect(() => toCustomEvent(post('{}'), integration)).toThrow(
      expect.objectContaining({ code: 'invalid-option', path: ['method', 'isValid'] }),
    );
  });
});

test('an answer of the gateway can be customized', () => {
  const gateway = { ...GATEWAY, gatewayResponses: customizeResponses({ UNSUPPORTED_MEDIA_TYPE: { statusCode: '499' } }) };
  const integration: CustomIntegration = { ...INTEGRATION, passthroughBehavior: 'NEVER' };
  expect(toCustomEvent(post('{}'), integration, gateway).response?.status).toBe(499);
});
