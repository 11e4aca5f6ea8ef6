import { type CustomIssueCode, type MockIntegration, renderMock } from 'apigw-proxy/custom';
import { describe, expect, test } from 'vitest';

const GATEWAY = { target: 'rest', route: 'ANY /pets/{id}' } as const;
const STATUS = { 'application/json': `{"statusCode": $input.params('status')}` };

const RESPONSES: MockIntegration['responses'] = [
  { statusCode: 404, selectionPattern: '4\\d{2}', responseTemplates: { 'application/json': '{"message": "none"}' } },
  { statusCode: 201, selectionPattern: '201', responseParameters: { 'method.response.header.X-Kind': "'new'" } },
  {
    statusCode: 200,
    responseTemplates: { 'application/json': `{"id": "$input.params('id')", "body": $input.json('$')}`, 'text/plain': 'pet' },
  },
];

function mock(target: string, more: Partial<MockIntegration> = {}, headers: [string, string][] = [], body?: string) {
  const integration: MockIntegration = { integration: 'mock', requestTemplates: STATUS, responses: RESPONSES, ...more };
  const request = {
    method: body === undefined ? 'GET' : 'POST',
    target,
    headers,
    ...(body !== undefined && { body: new TextEncoder().encode(body) }),
  };
  const { status, headers: fields, body: bytes, issues, ok } = renderMock(request, integration, GATEWAY);
  return {
    status,
    fields: new Headers(fields.map(([a, b]): [string, string] => [a, b])),
    text: new TextDecoder().decode(bytes),
    issues,
    ok,
  };
}

const codesOf = (issues: readonly { readonly code: CustomIssueCode }[]): CustomIssueCode[] => issues.map(({ code }) => code);

describe('renderMock', () => {
  test.each([
    ['/prod/pets/7?status=200', 200, '{"id": "7", "body": {}}', null],
    ['/prod/pets/7?status=204', 200, '{"id": "7", "body": {}}', null],
    ['/prod/pets/7?status=201', 201, '', 'new'],
    ['/prod/pets/7?status=404', 404, '{"message": "none"}', null],
    ['/prod/pets/7?status=444', 404, '{"message": "none"}', null],
  ])('compares the status of the template with each pattern: %s', (target, status, text, kind) => {
    const response = mock(target);
    expect([response.status, response.text, response.fields.get('x-kind'), response.issues]).toEqual([status, text, kind, []]);
  });

  test('chooses the response template by the Accept header', () => {
    expect(mock('/prod/pets/7?status=200', {}, [['Accept', 'text/plain']]).text).toBe('pet');
  });

  test('passes overrides of the request template on', () => {
    const template = `#set($context.responseOverride.status = 444)#set($context.responseOverride.header.foo = "bar"){"statusCode": 200}`;
    const response = mock('/prod/pets/7', { requestTemplates: { 'application/json': template } });
    expect([response.status, response.fields.get('foo')]).toEqual([444, 'bar']);
  });

  test.each([
    '{"statusCode":200}',
    '{ statusCode: 200 }',
    "{'statusCode': '200'}",
    '{"other": 1, "statusCode": "200"}',
    '{a: 1, statusCode: 200}',
    '{"other": 1, "statusCode": 200}',
    ' {statusCode:200}',
    '{ statusCode : 200 }',
    '{ statusCode:   "200", }',
  ])('reads the status of %s', (template) => {
    const response = mock('/prod/pets/7', { requestTemplates: { 'application/json': template } });
    expect([response.status, response.ok]).toEqual([200, true]);
  });

  test.each([
    ...['', '{}', 'text', '200', 'x{statusCode: 200}', '{"statusCode": 20}', '{"code": {"statusCode2": 200}}'],
    ...['{"statusCode": 2000}', '{"statusCode": "2000"}', '{"statusCode": "x200"}', '{"statusCode": [200]}', '{"statusCode": null}'],
  ])('answers 500 for a template that makes %j', (text) => {
    const template = text === '' ? '#set($x = 1)' : text;
    const { status, text: body, issues } = mock('/prod/pets/7', { requestTemplates: { 'application/json': template } });
    expect([status, body]).toEqual([500, '{"message": "Internal server error"}']);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([['mock-without-status', ['requestTemplates']]]);
  });

  test('has the headers that the gateway adds to every result', () => {
    expect([...mock('/prod/pets/7?status=200').fields.keys()].sort()).toEqual([
      ...['connection', 'content-length', 'content-type', 'date', 'x-amz-apigw-id', 'x-amzn-requestid', 'x-amzn-trace-id'],
    ]);
  });

  test('reads the status of the body if no template changes it', () => {
    expect(mock('/prod/pets/7', { requestTemplates: {} }, [], '{"statusCode": 201}').status).toBe(201);
  });

  test.each<[string, Partial<MockIntegration>, number, CustomIssueCode]>([
    ['no response matches', { responses: RESPONSES.slice(0, 2) }, 500, 'no-response'],
    ['the media type has no template', { passthroughBehavior: 'NEVER', requestTemplates: {} }, 415, 'unsupported-media-type'],
    ['the template is wrong', { requestTemplates: { 'application/json': '#if' } }, 500, 'template-syntax'],
  ])('answers with an error if %s', (_, more, status, code) => {
    const response = mock('/prod/pets/7?status=200', more);
    expect([response.status, response.ok, codesOf(response.issues)]).toEqual([status, false, [code]]);
  });

  test.each([undefined, {}, { integration: 'custom', responses: [] }, { integration: 'mock' }, { integration: 'mock', responses: [1] }])(
    'rejects %j as an integration',
    (integration) => {
      const request = { method: 'GET', target: '/prod/', headers: [] };
      expect(() => renderMock(request, integration as never)).toThrow(expect.objectContaining({ name: 'GatewayError' }));
    },
  );
});
