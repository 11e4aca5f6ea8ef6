import {
  apiConfigurationError,
  type FailureType,
  failure,
  forbidden,
  functionError,
  gatewayThrottled,
  ISSUE_CODES,
  noPermission,
  noRoute,
  quotaExceeded,
  requestTooLarge,
  responseTooLarge,
  throttled,
  timedOut,
  unauthorized,
  unknownUrl,
} from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { FAILURES } from '../../../src/render/targets/failures.js';
import { codesOf, namesOf, render, TARGETS, textOf, valuesOf } from '../responses.js';

const TYPES = ISSUE_CODES.filter((code): code is FailureType => code in FAILURES);

describe('failure', () => {
  test.each<[FailureType, [status: number, length: number, errorType: string], [status: number, length: number], number]>([
    ['function-error', [502, 36, 'InternalServerErrorException'], [500, 35], 502],
    ['timeout', [504, 41, 'InternalServerErrorException'], [503, 33], 502],
    ['throttled', [500, 36, 'InternalServerErrorException'], [503, 33], 429],
    ['permission', [500, 36, 'InternalServerErrorException'], [500, 35], 403],
    ['response-too-large', [502, 36, 'InternalServerErrorException'], [500, 35], 502],
    ['api-configuration', [500, 36, 'InternalServerErrorException'], [500, 35], 502],
    ['no-route', [403, 42, 'MissingAuthenticationTokenException'], [404, 23], 403],
    ['unauthorized', [401, 26, 'UnauthorizedException'], [401, 26], 403],
    ['forbidden', [403, 23, 'ForbiddenException'], [403, 23], 403],
  ])('%s has a response on each target', (type, [status, length, errorType], [httpStatus, httpLength], urlStatus) => {
    const rest = render(failure(type), 'rest');
    expect([rest.status, rest.body.length, valuesOf(rest, 'x-amzn-errortype')]).toEqual([status, length, [errorType]]);
    for (const target of ['http-1.0', 'http-2.0'] as const) {
      const http = render(failure(type), target);
      expect([http.status, http.body.length, valuesOf(http, 'x-amzn-errortype')]).toEqual([httpStatus, httpLength, []]);
    }
    expect(render(failure(type), 'function-url').status).toBe(urlStatus);
  });

  test('of an unknown function URL has a body without a message', () => {
    const response = render(failure('unknown-url'), 'function-url');
    expect([response.status, textOf(response)]).toEqual([403, '{"Message":null}']);
    expect(valuesOf(response, 'x-amzn-errortype')).toEqual(['AccessDeniedException']);
  });

  test.each([
    ['http-1.0', ['Bearer scope="" error="invalid_token"']],
    ['http-2.0', ['Bearer scope="" error="invalid_token"']],
    ['rest', []],
    ['function-url', []],
  ] as const)('sends www-authenticate only on HTTP APIs: %s', (target, values) => {
    const response = render(unauthorized('Bearer scope="" error="invalid_token"'), target);
    expect(valuesOf(response, 'www-authenticate')).toEqual(values);
  });

  test('replaces characters that a header cannot contain with spaces', () => {
    expect(valuesOf(render(unauthorized('Bearer\r\nX: é'), 'http-2.0'), 'www-authenticate')).toEqual(['Bearer  X:']);
  });

  test.each(TYPES)('%s is an issue with an error response on every target', (type) => {
    for (const target of TARGETS) {
      const response = render(failure(type), target);
      expect([codesOf(response)[0], response.ok]).toEqual([type, false]);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(valuesOf(response, 'content-length')).toEqual([`${response.body.length}`]);
    }
  });

  test('has the same rules as in failures.txt', async () => {
    const lines = Object.values(FAILURES).map((rules) => JSON.stringify(rules));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('failures.txt'); // `vitest -u` updates it
  });

  test('reports an assumed response', () => {
    expect(codesOf(render(timedOut(), 'function-url'))).toEqual(['timeout', 'answer-assumed']);
    expect(codesOf(render(timedOut(), 'rest'))).toEqual(['timeout']);
  });

  test('has the headers of the gateway, but no trace id', () => {
    expect(namesOf(render(functionError(), 'rest'))).toEqual([
      'Date',
      'Content-Type',
      'Content-Length',
      'Connection',
      'x-amzn-RequestId',
      'x-amz-apigw-id',
      'x-amzn-ErrorType',
    ]);
  });

  test.each([
    [apiConfigurationError(), 'api-configuration'],
    [forbidden(), 'forbidden'],
    [functionError(), 'function-error'],
    [gatewayThrottled(), 'gateway-throttled'],
    [noPermission(), 'permission'],
    [noRoute(), 'no-route'],
    [quotaExceeded(), 'quota-exceeded'],
    [requestTooLarge(), 'request-too-large'],
    [responseTooLarge(), 'response-too-large'],
    [throttled(), 'throttled'],
    [timedOut(), 'timeout'],
    [unauthorized(), 'unauthorized'],
    [unknownUrl(), 'unknown-url'],
  ])('has a function for %j', (short, type) => {
    expect(short.type).toBe(type);
  });

  test('is an ordinary object once it is serialized, so that no function can return one', () => {
    expect(render(JSON.parse(JSON.stringify(failure('timeout'))), 'rest').status).toBe(502);
    expect(codesOf(render(JSON.parse(JSON.stringify(failure('timeout'))), 'rest'))).toEqual(['unknown-key']);
  });
});
