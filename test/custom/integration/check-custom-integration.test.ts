import { describe, expect, test } from 'vitest';
import { type AnyIntegration, checkCustomIntegration, checkIntegration } from '../../../src/custom/integration/check-custom-integration.js';

const RESPONSES = [{ statusCode: 200 }];
const TEMPLATES = "Pass templates by media type, such as { 'application/json': '…' }.";
const WHOLE = "Pass { integration: 'custom', responses: [{ statusCode: 200 }] }.";

/** An error's path, message and fix. */
type Finding = readonly [path: string, must: string, fix: string];

function findingOf(check: () => void): readonly unknown[] {
  try {
    check();
    return [];
  } catch (error) {
    const { code, path, message, fix } = error as { code: string; path: readonly unknown[]; message: string; fix: string };
    return [code, path.join('.'), message.replace(/^`[^`]*` (?:must be (.*); got|(is missing)).*$/, '$1$2'), fix];
  }
}

describe('checkIntegration', () => {
  test.each<[integration: object, finding: Finding]>([
    [{ passthroughBehavior: 5 }, ['passthroughBehavior', "one of 'WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'", "Pass 'WHEN_NO_MATCH'."]],
    [{ requestTemplates: 5 }, ['requestTemplates', 'an object of strings', TEMPLATES]],
    [{ requestTemplates: { 'a/b': 5 } }, ['requestTemplates.a/b', 'a string', TEMPLATES]],
    [
      { requestParameters: 5 },
      ['requestParameters', 'an object of strings', "Pass sources by parameter, such as { 'integration.request.header.X': \"'text'\" }."],
    ],
    [{ contentHandling: 5 }, ['contentHandling', "one of 'CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'", "Pass 'CONVERT_TO_BINARY'."]],
    [{ method: 5 }, ['method', 'an object', 'Pass an object such as { validateRequestBody: true }.']],
    [
      { method: { requestParameters: 5 } },
      ['method.requestParameters', 'an object', "Pass parameters such as { 'method.request.querystring.page': true }."],
    ],
    [
      { method: { requestModels: 5 } },
      ['method.requestModels', 'an object', "Pass schemas by media type, such as { 'application/json': { type: 'object' } }."],
    ],
    [{ method: { validateRequestParameters: 5 } }, ['method.validateRequestParameters', 'a boolean', 'Pass true or false.']],
    [{ method: { validateRequestBody: 'true' } }, ['method.validateRequestBody', 'a boolean', 'Pass true or false.']],
    [{ method: { isValid: 5 } }, ['method.isValid', 'a function', 'Pass a function (body, model) => boolean.']],
    [
      { method: { validateRequestBody: true } },
      ['method.isValid', 'a function if `validateRequestBody` is true', 'Pass a JSON Schema validator.'],
    ],
    [{ responses: 5 }, ['responses', 'an array', WHOLE]],
    [{ responses: [5] }, ['responses.0', 'an object', 'Pass { statusCode: 200 }.']],
    [{ responses: [{ statusCode: '200' }] }, ['responses.0.statusCode', 'an integer that is 0 or more', 'Pass a status such as 200.']],
    [
      { responses: [...RESPONSES, { statusCode: 200, selectionPattern: 5 }] },
      ['responses.1.selectionPattern', 'a string', "Pass a pattern such as '.*Not found.*'."],
    ],
    [
      { responses: [{ responseParameters: 5 }] },
      [
        'responses.0.responseParameters',
        'an object of strings',
        "Pass sources by header, such as { 'method.response.header.X': \"'text'\" }.",
      ],
    ],
    [{ responses: [{ responseTemplates: 5 }] }, ['responses.0.responseTemplates', 'an object of strings', TEMPLATES]],
  ])('throws a GatewayError for %j', (wrong, finding) => {
    const integration = { integration: 'custom', responses: RESPONSES, ...wrong } as unknown as AnyIntegration;
    const [path, ...sentences] = finding;
    expect(findingOf(() => checkIntegration(integration))).toEqual(['invalid-option', ...finding]);
    expect(findingOf(() => checkIntegration(integration, undefined, ['a']))).toEqual(['invalid-option', `a.${path}`, ...sentences]);
  });

  test.each(['http', 'http-proxy'])('checks the URL and the method of %s', (integration) => {
    const URL = "Pass a URL such as 'https://example.com/users/{id}'.";
    const check = (more: object) => findingOf(() => checkIntegration({ integration, responses: [], ...more } as unknown as AnyIntegration));
    expect(check({})).toEqual(['missing-option', 'uri', 'is missing', URL]);
    expect(check({ uri: '' })).toEqual(['invalid-option', 'uri', 'a non-empty string', URL]);
    expect(check({ uri: 'http://a.example', httpMethod: 5 })).toEqual([
      ...['invalid-option', 'httpMethod', 'a non-empty string', "Pass a method such as 'GET'."],
    ]);
  });

  test('requires responses, but not of http-proxy', () => {
    const uri = 'http://a.example';
    for (const integration of ['custom', 'mock', 'http']) {
      const finding = findingOf(() => checkIntegration({ integration, uri } as unknown as AnyIntegration));
      expect(finding).toEqual(['invalid-option', 'responses', 'an array', WHOLE]);
    }
    expect(findingOf(() => checkIntegration({ integration: 'http-proxy', uri }))).toEqual([]);
  });

  test.each([undefined, null, 5])('throws a GatewayError for %s', (integration) => {
    const value = integration as unknown as AnyIntegration;
    expect(findingOf(() => checkIntegration(value))).toEqual(['invalid-option', 'integration', 'an object', WHOLE]);
    expect(findingOf(() => checkIntegration(value, undefined, ['a']))).toEqual(['invalid-option', 'a', 'an object', WHOLE]);
  });

  test('allows only the kinds that it is given', () => {
    const mock = { integration: 'mock', responses: RESPONSES } as const;
    expect(findingOf(() => checkIntegration(mock))).toEqual([]);
    expect(findingOf(() => checkIntegration(mock, ['mock', 'http']))).toEqual([]);
    expect(findingOf(() => checkIntegration(mock, ['http']))).toEqual(['invalid-option', 'integration', "one of 'http'", "Pass 'http'."]);
    expect(findingOf(() => checkCustomIntegration(mock as never))).toEqual([
      ...['invalid-option', 'integration', "one of 'custom'", "Pass 'custom'."],
    ]);
  });
});
