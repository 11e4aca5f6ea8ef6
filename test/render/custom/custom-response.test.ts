import { type CustomIntegration, type CustomResponse, renderCustomResult } from 'apigw-proxy';
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

const bodyOf = ({ body }: CustomResponse): unknown => JSON.parse(new TextDecoder().decode(body));
const fieldsOf = ({ headers }: CustomResponse): Record<string, string> => Object.fromEntries(headers);
const codesOf = ({ issues }: CustomResponse): string[] => issues.map(({ code }) => code);

describe('renderCustomResult', () => {
  test('sends the returned value as JSON, with the default response', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (returned) => {
        const response = renderCustomResult({ returned }, { integration: 'custom', responses: [{ statusCode: 201 }] });
        expect([response.status, response.ok, response.issues]).toEqual([201, true, []]);
        expect(bodyOf(response)).toEqual(JSON.parse(JSON.stringify(returned)));
        expect(fieldsOf(response)['Content-Type']).toBe('application/json');
      }),
    );
  });

  test('maps static text and parts of the output to headers', () => {
    expect(fieldsOf(renderCustomResult({ returned: { id: 7 } }, INTEGRATION))).toMatchObject({ 'X-Static': 'a b', 'X-Id': '7' });
  });

  test('sends no header for a missing part of the output, and reports it', () => {
    const response = renderCustomResult({ returned: null }, INTEGRATION);
    expect(fieldsOf(response)).not.toHaveProperty('X-Id');
    expect([response.ok, codesOf(response)]).toEqual([true, ['mapping-without-value']]);
  });

  test.each([
    ['Not found: 7', 404, []],
    ['User not found', 200, ['error-as-success', 'mapping-without-value']],
    ['Not found:\n7', 200, ['error-as-success', 'mapping-without-value']],
  ])('matches patterns with the whole message %j: %i', (message, status, codes) => {
    const response = renderCustomResult({ threw: new Error(message) }, INTEGRATION);
    expect([response.status, codesOf(response)]).toEqual([status, codes]);
    expect(bodyOf(response)).toEqual({ errorType: 'Error', errorMessage: message, trace: [] });
  });

  test('maps parts of a message that is JSON, and writes objects as JSON', () => {
    const message = JSON.stringify({ errorType: 'Bad', trace: { lines: ['1', '2'] } });
    const response = renderCustomResult({ threw: { message } }, INTEGRATION);
    expect(response.status).toBe(400);
    expect(fieldsOf(response)).toMatchObject({ 'X-Trace': '{"lines":["1","2"]}', 'X-Line': '2' });
  });

  test.each<[string, CustomIntegration['responses'], string]>([
    ['no default', [{ statusCode: 404, selectionPattern: 'x' }], 'no-response'],
    ['a template', [{ statusCode: 200, responseTemplates: { 'application/json': '' } }], 'template-needs-vtl'],
    [
      'an unknown source',
      [{ statusCode: 200, responseParameters: { 'method.response.header.A': 'integration.response.header.B' } }],
      'mapping-not-readable',
    ],
    ['a pattern that only Java can read', [{ statusCode: 404, selectionPattern: '\\Q[\\E(' }, { statusCode: 200 }], 'pattern-not-readable'],
  ])('returns a 500 and reports why: %s', (_, responses, code) => {
    const response = renderCustomResult({ threw: { message: 'no' } }, { integration: 'custom', responses });
    expect([response.status, response.ok]).toEqual([500, false]);
    expect(response.issues.find(({ severity }) => severity === 'error')?.code).toBe(code);
    expect(bodyOf(response)).toEqual({ message: 'Internal server error' });
  });

  test('uses a pattern that matches everything as the default', () => {
    expect(
      renderCustomResult({ returned: 1 }, { integration: 'custom', responses: [{ statusCode: 202, selectionPattern: '.*' }] }).status,
    ).toBe(202);
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
  ])('treats a value that cannot be serialized as an error: %s', (_, returned) => {
    expect(codesOf(renderCustomResult({ returned }, { integration: 'custom', responses: [{ statusCode: 200 }] }))).toEqual([
      'error-as-success',
    ]);
  });
});
