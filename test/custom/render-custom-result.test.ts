import { type CustomIntegration, type CustomIssueCode, type CustomResponse, renderCustomResult, toCustomEvent } from 'apigw-proxy/custom';
import type { HttpField, HttpRequest } from 'apigw-proxy/http';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const INTEGRATION: CustomIntegration = {
  integration: 'custom',
  responses: [
    {
      statusCode: 200,
      responseParameters: { 'method.response.header.X-Static': "'a b'", 'method.response.header.X-Id': 'integration.response.body.id' },
    },
    { statusCode: 404, selectionPattern: 'Not found.*' },
    {
      statusCode: 400,
      selectionPattern: '.*"errorType":"Bad".*',
      responseParameters: {
        'method.response.header.X-Trace': 'integration.response.body.errorMessage.trace',
        'method.response.header.X-Line': 'integration.response.body.errorMessage.trace.lines[1]',
      },
    },
  ],
};

type Response = CustomIntegration['responses'][number];

const textOf = ({ body }: CustomResponse): string => new TextDecoder().decode(body);
const bodyOf = (response: CustomResponse): unknown => JSON.parse(textOf(response));
const fieldsOf = ({ headers }: CustomResponse): Record<string, string> => Object.fromEntries(headers);
const codesOf = ({ issues }: CustomResponse): string[] => issues.map(({ code }) => code);
const integrationOf = (...responses: Response[]): CustomIntegration => ({ integration: 'custom', responses });
const get = (...headers: HttpField[]): HttpRequest => ({ method: 'GET', target: '/prod/users/7', headers });

describe('renderCustomResult', () => {
  test('sends what the function returned as JSON, by the default response', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (returned) => {
        const response = renderCustomResult({ returned }, integrationOf({ statusCode: 201 }));
        expect([response.status, response.ok]).toEqual([201, true]);
        expect(bodyOf(response)).toEqual(JSON.parse(JSON.stringify(returned)));
        expect(fieldsOf(response)['Content-Type']).toBe('application/json');
      }),
    );
  });

  test('sends a payload as it is', () => {
    expect(textOf(renderCustomResult({ payload: '{"a" : 1.0}' }, integrationOf({ statusCode: 200 })))).toBe('{"a" : 1.0}');
  });

  test('maps texts and parts of the output to headers', () => {
    expect(fieldsOf(renderCustomResult({ returned: { id: 7 } }, INTEGRATION))).toMatchObject({ 'X-Static': 'a b', 'X-Id': '7' });
  });

  test('reports a part that is not there, and sends no header', () => {
    const response = renderCustomResult({ returned: null }, INTEGRATION);
    expect(fieldsOf(response)).not.toHaveProperty('X-Id');
    expect([response.ok, codesOf(response)]).toEqual([true, ['mapping-without-value']]);
  });

  test('reports an error message in the output of a function that did not fail', () => {
    expect(codesOf(renderCustomResult({ returned: { errorMessage: 'Not found', id: 1 } }, INTEGRATION))).toEqual([
      'error-message-in-output',
    ]);
  });

  test.each([
    ['Not found: 7', 404, []],
    ['User not found', 200, ['error-as-success', 'mapping-without-value']],
    ['Not found:\n7', 200, ['error-as-success', 'mapping-without-value']],
  ])('compares the whole of %j with the patterns: %i', (message, status, codes) => {
    const threw = new Error(message);
    const response = renderCustomResult({ threw }, INTEGRATION);
    expect([response.status, codesOf(response)]).toEqual([status, codes]);
    expect(bodyOf(response)).toEqual({ errorType: 'Error', errorMessage: message, trace: threw.stack?.split('\n') });
  });

  test.each<[pattern: string, message: string | undefined, isMatch: boolean]>([
    ['.*', undefined, true],
    ['.+', undefined, false],
    ['\\Qa.b\\E', 'a.b', true],
    ['(?i)BAD.*', 'bad thing', true],
    ['\\p{Upper}++x', 'ABx', true],
    ['[a-z&&[^b]]', 'b', false],
    ['a|b', 'ab', false],
    ['(?s).*', 'a\nb', true],
    ['.*', 'a\nb', false],
  ])('reads the pattern %j as Java does: it matches %j? %s', (selectionPattern, message, isMatch) => {
    const integration = integrationOf({ statusCode: 200 }, { statusCode: 418, selectionPattern });
    const outcome = message === undefined ? { returned: 1 } : { threw: { message } };
    expect(renderCustomResult(outcome, integration).status).toBe(isMatch ? 418 : 200);
  });

  test('reads the message of a reported error', () => {
    const integration = integrationOf({ statusCode: 200 }, { statusCode: 504, selectionPattern: '.*timed out.*' });
    const payload = '{"errorMessage": "Task timed out after 3.00 seconds"}';
    const response = renderCustomResult({ payload, isError: true }, integration);
    expect([response.status, textOf(response)]).toEqual([504, payload]);
  });

  test('reaches into a message that is JSON, and maps objects as JSON', () => {
    const message = JSON.stringify({ errorType: 'Bad', trace: { lines: ['1', '2'] } });
    const response = renderCustomResult({ threw: { message } }, INTEGRATION);
    expect(response.status).toBe(400);
    expect(fieldsOf(response)).toMatchObject({ 'X-Trace': '{"lines":["1","2"]}', 'X-Line': '2' });
  });

  test.each<[string, Response[], CustomIssueCode]>([
    ['no default', [{ statusCode: 404, selectionPattern: 'x' }], 'no-response'],
    [
      'an unknown source',
      [{ statusCode: 200, responseParameters: { 'method.response.header.A': 'integration.response.status' } }],
      'mapping-not-readable',
    ],
    ['an invalid header name', [{ statusCode: 200, responseParameters: { 'method.response.header.A B': "'a'" } }], 'mapping-name-invalid'],
    ['a status above 599', [{ statusCode: 600 }], 'invalid-status'],
    ['an invalid pattern', [{ statusCode: 404, selectionPattern: '(' }, { statusCode: 200 }], 'pattern-not-readable'],
    ['a template with a mistake', [{ statusCode: 200, responseTemplates: { 'application/json': '#if' } }], 'template-syntax'],
  ])('answers 500 and says why: %s', (_, responses, code) => {
    const response = renderCustomResult({ threw: { message: 'no' } }, integrationOf(...responses));
    expect([response.status, response.ok]).toEqual([500, false]);
    expect(response.issues.find(({ severity }) => severity === 'error')?.code).toBe(code);
    expect(bodyOf(response)).toEqual({ message: 'Internal server error' });
  });

  test.each<[source: string, value: string | undefined]>([
    ['integration.response.body.errorMessage', 'text'],
    ['integration.response.body.errorMessage.a', undefined],
    ['integration.response.header.Content-Type', 'application/json'],
    ['integration.response.header.content-type', undefined],
    ['integration.response.header.X-Amz-Function-Error', 'Unhandled'],
    ['integration.response.multivalueheader.Content-Type', 'application/json'],
    ['context.stage', 'prod'],
    ['stageVariables.table', 'users'],
  ])('maps from the report of an error and %s the value %j', (source, value) => {
    const responseParameters = { 'method.response.header.A': source } as NonNullable<Response['responseParameters']>;
    const gateway = { target: 'rest', stageVariables: { table: 'users' } } as const;
    const response = renderCustomResult({ threw: { message: 'text' } }, integrationOf({ statusCode: 200, responseParameters }), gateway);
    expect(fieldsOf(response)['A']).toBe(value);
  });

  test.each<[payload: string, value: string | undefined, status: number]>([
    ['[1]', undefined, 200],
    ['{"errorMessage": 1}', undefined, 200],
    ['{"errorMessage": "{\\"a\\": 1}"}', '1', 200],
    ['{"errorMessage"', undefined, 500],
  ])('maps from the message in the output %s the value %j', (payload, value, status) => {
    const responseParameters = { 'method.response.header.A': 'integration.response.body.errorMessage.a' } as const;
    const response = renderCustomResult({ payload }, integrationOf({ statusCode: 200, responseParameters }));
    expect([response.status, fieldsOf(response)['A']]).toEqual([status, value]);
  });

  test.each([undefined, 'text', {}, { payload: 1 }])('rejects what is not an outcome: %j', (outcome) => {
    expect(() => renderCustomResult(outcome as never, integrationOf({ statusCode: 200 }))).toThrow(
      expect.objectContaining({ code: 'invalid-option', path: ['outcome'] }),
    );
  });

  test('sends null for a function that returns nothing', () => {
    expect(textOf(renderCustomResult({ returned: undefined }, integrationOf({ statusCode: 200 })))).toBe('null');
  });

  test('compares an empty string for the report of an error without a message', () => {
    const integration = integrationOf({ statusCode: 200 }, { statusCode: 500, selectionPattern: '.+' });
    expect(codesOf(renderCustomResult({ payload: '{}', isError: true }, integration))).toEqual(['error-as-success']);
  });

  test('reports a pattern that uses up its budget', () => {
    const integration = integrationOf({ statusCode: 200 }, { statusCode: 404, selectionPattern: '(a+)+' });
    const response = renderCustomResult({ threw: { message: `${'a'.repeat(50)}b` } }, integration);
    expect([response.status, codesOf(response)[0]]).toEqual([500, 'pattern-too-expensive']);
  });

  test.each<[payload: string, path: string, code: CustomIssueCode]>([
    ['{"a":[{"b":"x"}]}', "a[?(@.b =~ 'x')]", 'mapping-exception'],
    [`{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`, 'a', 'mapping-too-expensive'],
  ])('answers 500 and says why a mapping stops: %#', (payload, path, code) => {
    const responseParameters = { 'method.response.header.A': `integration.response.body.${path}` } as const;
    const response = renderCustomResult({ payload }, integrationOf({ statusCode: 200, responseParameters }));
    expect([response.status, ...codesOf(response)]).toEqual([500, code]);
  });

  // The names that AWS sends under another name, those that it keeps, and the one that it does not send.
  test.each<[fate: string, names: string]>([
    [
      'x-amzn-Remapped-',
      'Authorization Connection Content-Length Content-MD5 Date Expect Host Max-Forwards Proxy-Authenticate Server Trailer Upgrade User-Agent WWW-Authenticate',
    ],
    ['', 'Accept Accept-Charset Accept-Encoding Age Content-Encoding Content-Type Pragma Range Referer TE Via Warn'],
    ['dropped', 'Transfer-Encoding'],
  ])('sends mapped and overridden headers as %j: %s', (fate, names) => {
    for (const name of names.split(' ')) {
      const sent = fate === 'dropped' ? [] : [fate + name];
      const parameter = `method.response.header.${name}` as const;
      const mapped = integrationOf({ statusCode: 200, responseParameters: { [parameter]: "'v'" as const } });
      const template = `#set($context.responseOverride.header.${name} = 'v')`;
      const overridden = integrationOf({ statusCode: 200, responseTemplates: { 'application/json': template } });
      for (const integration of [mapped, overridden]) {
        const response = renderCustomResult({ returned: 1 }, integration);
        expect(response.headers.filter(([, value]) => value === 'v').map(([known]) => known)).toEqual(sent);
        expect(codesOf(response)).toEqual(fate === '' ? [] : [fate === 'dropped' ? 'header-dropped' : 'header-remapped']);
      }
    }
  });

  test.each<[string, unknown]>([
    ['a BigInt', 1n],
    [
      'a getter that throws',
      {
        get a(): never {
          throw new Error('no');
        },
      },
    ],
  ])('counts what cannot be serialized as an error: %s', (_, returned) => {
    expect(codesOf(renderCustomResult({ returned }, integrationOf({ statusCode: 200 })))).toEqual(['error-as-success']);
  });
});

describe('a response template', () => {
  const templates = (responseTemplates: Record<string, string>): CustomIntegration => integrationOf({ statusCode: 200, responseTemplates });

  test('sees the output, the request and the settings', () => {
    const integration = templates({
      'application/json': "$input.path('$.name') $input.params('id') $context.resourcePath $stageVariables.table $input.body",
    });
    const gateway = { target: 'rest', route: 'GET /users/{id}', stageVariables: { table: 'users' } } as const;
    const response = renderCustomResult({ returned: { name: 'Ada' } }, integration, gateway, get());
    expect([textOf(response), response.issues]).toEqual(['Ada 7 /users/{id} users {"name":"Ada"}', []]);
  });

  test.each<[accept: string | undefined, body: string]>([
    ['text/html', 'html'],
    ['text/html;q=0.5, application/json', 'html'],
    ['application/json', 'json'],
    ['image/png, text/html', 'json'],
    [undefined, 'json'],
  ])('is chosen by Accept: %s', (accept, body) => {
    const integration = templates({ 'text/html': 'html', 'application/json': 'json' });
    expect(
      textOf(
        renderCustomResult({ returned: 1 }, integration, undefined, get(...(accept === undefined ? [] : [['Accept', accept] as const]))),
      ),
    ).toBe(body);
  });

  test('is the first one if none is for JSON', () => {
    expect(textOf(renderCustomResult({ returned: 1 }, templates({ 'text/html': 'html', 'text/csv': 'csv' })))).toBe('html');
  });

  test('overrides the status and mapped headers', () => {
    const integration = integrationOf({
      statusCode: 200,
      responseParameters: { 'method.response.header.X-A': "'mapped'", 'method.response.header.X-B': "'mapped'" },
      responseTemplates: {
        'application/json': "#set($context.responseOverride.status = 404)#set($context.responseOverride.header.x-a = 'over')ok",
      },
    });
    const response = renderCustomResult({ returned: 1 }, integration);
    expect([response.status, response.statusText, textOf(response)]).toEqual([404, 'Not Found', 'ok']);
    expect(fieldsOf(response)).toMatchObject({ 'X-B': 'mapped', 'x-a': 'over' });
    expect(fieldsOf(response)).not.toHaveProperty('X-A');
  });

  test.each(["'404'", '99', '600', '404.0', '[404]', 'true'])('does not override the status with %s', (status) => {
    const integration = templates({ 'application/json': `#set($context.responseOverride.status = ${status})` });
    const response = renderCustomResult({ returned: 1 }, integration);
    expect([response.status, codesOf(response)]).toEqual([200, ['override-ignored']]);
  });

  test.each<[template: string, replaced: string | undefined, sent: boolean]>([
    ["#set($context.responseOverride.header = 'x')", 'responseOverride.header', false],
    ["#set($context.responseOverride.header = {'X-A': 'a'})", 'responseOverride.header', true],
    ["#set($done = $context.responseOverride.put('header', 1))", 'responseOverride.header', false],
    ["#set($done = $context.responseOverride.remove('header'))", 'responseOverride.header', false],
    ["#set($context.responseOverride = {'header': {'X-A': 'a'}})", 'responseOverride', true],
    ["#set($context.responseOverride = 'x')", 'responseOverride', false],
    ['#set($done = $context.clear())', 'requestOverride', false],
    ['#set($context.requestOverride.querystring = {})', 'requestOverride.querystring', false],
    ["#set($context.responseOverride.header.X-A = 'a')", undefined, true],
  ])('reports a map of overrides that it replaces: %s', (template, replaced, sent) => {
    const response = renderCustomResult({ returned: 1 }, templates({ 'application/json': template }));
    expect(response.issues[0]?.message).toEqual(replaced && expect.stringContaining(`\`$context.${replaced}\``));
    expect([response.status, codesOf(response).includes('override-replaced')]).toEqual([200, replaced !== undefined]);
    expect(fieldsOf(response)['X-A']).toBe(sent ? 'a' : undefined);
  });

  test('sees what the request template overrode, and so does the response', () => {
    const integration: CustomIntegration = {
      ...templates({ 'application/json': '$context.requestOverride.header.a' }),
      requestTemplates: {
        'application/json': "{}#set($context.requestOverride.header.a = 'seen')#set($context.responseOverride.status = 202)",
      },
    };
    const { overrides } = toCustomEvent(get(), integration);
    for (const _ of [1, 2]) {
      const response = renderCustomResult({ returned: 1 }, integration, undefined, get(), overrides);
      expect([response.status, textOf(response)]).toEqual([202, 'seen']);
    }
  });

  test.each([
    '#set($context.responseOverride.me = $context.responseOverride)',
    '#set($l = [1])#set($done = $l.add($l))#set($context.requestOverride.list = $l)',
    '#set($l = [])#foreach($i in [1..1000])#foreach($j in [1..100])#set($l = [$l])#end#end#set($context.requestOverride.list = $l)',
  ])('sees overrides that contain themselves, or nest without end: %s', (template) => {
    const integration: CustomIntegration = {
      ...templates({ 'application/json': '$context.responseOverride.header.a' }),
      requestTemplates: { 'application/json': `{}${template}#set($context.responseOverride.header.a = 'seen')` },
    };
    const { overrides } = toCustomEvent(get(), integration);
    expect(textOf(renderCustomResult({ returned: 1 }, integration, undefined, get(), overrides))).toBe('seen');
  });

  test.each<[key: string, code: CustomIssueCode]>([
    ["{'a': 1}", 'mapping-name-invalid'],
    ["'a b'", 'mapping-name-invalid'],
  ])('reports a header that has no valid name: %s', (key, code) => {
    const integration = templates({ 'application/json': `#set($k = ${key})#set($context.responseOverride.header[$k] = 'x')` });
    const response = renderCustomResult({ returned: 1 }, integration);
    expect([response.status, codesOf(response)]).toEqual([500, [code]]);
  });

  test('cannot break the response apart', () => {
    const integration = templates({ 'application/json': "#set($context.responseOverride.header.a = $input.path('$'))" });
    const response = renderCustomResult({ returned: 'x\r\nSet-Cookie: y' }, integration);
    expect([response.status, codesOf(response)]).toEqual([500, ['unsafe-header-value']]);
  });
});

describe('contentHandling of a response', () => {
  const JSON_TEXT = '"iVBORw=="';
  const gateway = { target: 'rest', binaryMediaTypes: ['image/png'] } as const;

  // The rows of AWS's table for responses whose body is text: the output of a function is JSON.
  test.each<[handling: Response['contentHandling'], accept: string | undefined, body: string]>([
    [undefined, 'text/plain', JSON_TEXT],
    [undefined, 'image/png', '\ufffdPNG'],
    [undefined, undefined, JSON_TEXT],
    ['CONVERT_TO_TEXT', 'image/png', JSON_TEXT],
    ['CONVERT_TO_BINARY', 'text/plain', '\ufffdPNG'],
  ])('%s with Accept %s', (contentHandling, accept, body) => {
    const integration = integrationOf({ statusCode: 200, ...(contentHandling && { contentHandling }) });
    const request = get(...(accept === undefined ? [] : [['Accept', accept] as const]));
    expect(textOf(renderCustomResult({ returned: 'iVBORw==' }, integration, gateway, request))).toBe(body);
  });

  // The rows whose body is binary: JSON is one of the binary types.
  test.each<[handling: Response['contentHandling'], accept: string | undefined, body: string]>([
    [undefined, 'text/plain', 'ImEi'],
    [undefined, 'application/json', '"a"'],
    ['CONVERT_TO_BINARY', 'text/plain', '"a"'],
    ['CONVERT_TO_BINARY', 'application/json', '"a"'],
    ['CONVERT_TO_TEXT', 'text/plain', 'ImEi'],
    ['CONVERT_TO_TEXT', 'application/json', 'ImEi'],
  ])('%s with Accept %s, if JSON is binary', (contentHandling, accept, body) => {
    const integration = integrationOf({ statusCode: 200, ...(contentHandling && { contentHandling }) });
    const binary = { target: 'rest', binaryMediaTypes: ['application/json'] } as const;
    const request = get(...(accept === undefined ? [] : [['Accept', accept] as const]));
    expect(textOf(renderCustomResult({ returned: 'a' }, integration, binary, request))).toBe(body);
  });

  test('answers 500 for an output that is not base64', () => {
    const response = renderCustomResult({ returned: '?' }, integrationOf({ statusCode: 200, contentHandling: 'CONVERT_TO_BINARY' }));
    expect([response.status, codesOf(response)]).toEqual([500, ['base64-invalid']]);
  });
});
