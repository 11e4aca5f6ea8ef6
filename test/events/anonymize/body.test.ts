import { anonymize } from 'apigw-proxy/events';
import { describe, expect, test } from 'vitest';

const FORM = 'application/x-www-form-urlencoded';

describe('the body', () => {
  test.each<[string, string | undefined, string, string]>([
    [
      'the names of JSON',
      'application/json',
      '{"zebra":"zebra","list":["b",{"c":"zebra"}]}',
      '{"zebra":"x0001","list":["x2",{"c":"x0001"}]}',
    ],
    ['the names of JSON without a type', undefined, '{"zebra":"zebra"}', '{"zebra":"x0001"}'],
    ['the names of a form', FORM, 'zebra=zebra+b&c=%C3%A9&flag', 'zebra=x0001+x2&c=x3&flag'],
    ['the names of a form with a charset', `${FORM.toUpperCase()}; charset=utf-8`, 'zebra=zebra', 'zebra=x0001'],
    ['no words of a form without a type', undefined, 'zebra=zebra&b=c', 'x0001=x0001&x2=x3'],
    ['no words of text', 'text/plain', 'zebra is B.', 'x0001 x2 x3.'],
    ['nothing of what is empty', 'text/plain', '', ''],
  ])('keeps %s', (_, type, body, expected) => {
    for (const name of ['content-type', 'Content-Type']) {
      const headers = { accept: 'text/html', ...(type !== undefined && { [name]: type }) };
      const of = (text: string, isBase64Encoded: boolean) => ({
        headers,
        body: isBase64Encoded ? Buffer.from(text).toString('base64') : text,
        isBase64Encoded,
      });
      const anonymized = [anonymize(of(body, false)), anonymize(of(body, true))].map(({ body: text }) => text);
      expect(anonymized).toEqual([expected, Buffer.from(expected).toString('base64')]);
    }
  });

  test('has as many zeros as it had bytes if they are not UTF-8', () => {
    const body = Buffer.from([0x5a, 0x65, 0x62, 0x72, 0x61, 0xff]).toString('base64');
    expect(anonymize({ body, isBase64Encoded: true }).body).toBe(Buffer.alloc(6).toString('base64'));
  });

  test('keeps a byte order mark', () => {
    const encode = (text: string) => Buffer.from(text).toString('base64');
    expect(anonymize({ body: encode('\ufeffzebra'), isBase64Encoded: true }).body).toBe(encode('\ufeffx0001'));
  });

  test('is text if it is not base64 after all', () => {
    expect(anonymize({ body: 'zebra!', isBase64Encoded: true }).body).toBe('x0001!');
    expect(anonymize({ body: 'emVicmE=', isBase64Encoded: 'true' }).body).toBe('x000001=');
  });

  test('adds each of its words once to the replacements', () => {
    const known = new Map<string, string>();
    anonymize({ body: Buffer.from('{"zebra":"b"}').toString('base64'), isBase64Encoded: true }, { known });
    expect([...known]).toEqual([['b', 'x1']]);
  });

  test.each([null, 5, undefined])('stays %j', (body) => {
    expect(anonymize({ body })).toEqual({ body });
  });
});

describe('Content-Length', () => {
  const given = '{ "name": "é" }';
  const length = '16';
  const base64 = Buffer.from(given).toString('base64');

  test.each<[string, object, object]>([
    ['as text', { body: given }, { body: '{"name":"x1"}' }],
    ['as base64', { body: base64, isBase64Encoded: true }, { body: btoa('{"name":"x1"}'), isBase64Encoded: true }],
  ])('follows the body: %s', (_, fields, expected) => {
    for (const [name, value, other] of [
      ['content-length', length, '13'],
      ['Content-Length', [length], ['13']],
      ['Content-Length', '99999999', '99999999'],
      ['Content-Length', ['99999999'], ['99999999']],
      ['x-content-length', length, '02'],
    ] as const) {
      expect(anonymize({ ...fields, headers: { [name]: value } })).toEqual({ ...expected, headers: { [name]: other } });
      expect(anonymize({ ...fields, requestContext: { multiValueHeaders: { [name]: value } } })).toEqual({
        ...expected,
        requestContext: { multiValueHeaders: { [name]: other } },
      });
    }
  });

  test('stays without a body', () => {
    expect(anonymize({ headers: { 'content-length': '16' } })).toEqual({ headers: { 'content-length': '16' } });
  });
});

describe('a number', () => {
  test.each([
    [0, 0],
    [99_999, 99_999],
    [-99_999, -99_999],
    [19.99, 19.99],
    [0.1234, 0.1234],
    [1e21, 1e21],
    [1e-7, 1e-7],
    [100_000, 1],
    [-100_000, 1],
    [52.520008, 1],
    [-0.123456, 1],
    [491_234_567_777.5, 1],
    [1.234567e30, 1],
  ])('is replaced by another one if it has more than five digits: %j', (value, expected) => {
    expect(anonymize({ count: value })).toEqual({ count: expected });
    expect(anonymize({ body: JSON.stringify({ count: value }) }).body).toBe(JSON.stringify({ count: expected }));
  });

  test('has the replacement of the same digits in a string', () => {
    expect(anonymize({ id: 491234567777, text: '491234567777' })).toEqual({ id: 1, text: '000000000001' });
  });

  test('stays null in JSON if it is too large for JavaScript', () => {
    expect(anonymize({ body: '[1e999,-1e999]' }).body).toBe('[null,null]');
  });
});
