import { describe, expect, test } from 'vitest';
import { type APIGatewayProxyResultV2, expectStructured, resultsFor } from '../../src/index.js';

describe('expectStructured', () => {
  test.each<[string, unknown, object]>([
    ['only a status', { statusCode: 204 }, { statusCode: 204, headers: {}, cookies: [], body: '', isBase64Encoded: false }],
    [
      'every field',
      { statusCode: 200, headers: { a: 'b' }, cookies: ['c=d'], body: 'aGk=', isBase64Encoded: true },
      { statusCode: 200, headers: { a: 'b' }, cookies: ['c=d'], body: 'aGk=', isBase64Encoded: true },
    ],
    ['headers that are null', { statusCode: 200, headers: null }, { headers: {} }],
  ])('fills in what is absent: %s', (_, result, expected) => {
    expect(expectStructured(result)).toMatchObject(expected);
  });

  test('reads the results of builders', () => {
    const result: APIGatewayProxyResultV2 = resultsFor('http-2.0').json({ ok: true });
    expect(JSON.parse(expectStructured(result).body)).toEqual({ ok: true });
  });

  test.each([[undefined], [null], ['text'], [{}], [{ ok: true }], [{ statusCode: '200' }], [[]]])('throws for %j', (result) => {
    expect(() => expectStructured(result)).toThrow(/^`result` must be an object with a `statusCode`; got .*\. Return an object/);
  });
});
