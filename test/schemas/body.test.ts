import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { encodeBase64 } from '../../src/http/base64.js';
import { bytesBody, type EventWithBody, formBody, jsonBody, textBody } from '../../src/schemas/index.js';
import { frozen } from '../frozen.js';

const utf8 = new TextEncoder();
const base64 = (bytes: Uint8Array | string): string => encodeBase64(typeof bytes === 'string' ? utf8.encode(bytes) : bytes);
const text = (body: string, type?: string): EventWithBody =>
  frozen({ body, isBase64Encoded: false, headers: type === undefined ? {} : { 'Content-Type': type } });
const binary = (bytes: Uint8Array | string, type?: string): EventWithBody => ({
  ...text('', type),
  body: base64(bytes),
  isBase64Encoded: true,
});
const issuesOf = (schema: z.ZodType, event: unknown): unknown[] =>
  schema.safeParse(event).error?.issues.map(({ path, message }) => [path, message]) ?? [];

const User = z.object({ name: z.string() });

describe('jsonBody', () => {
  test('reads JSON from text and from base64', () => {
    const value = fc.jsonValue().filter((drawn) => !JSON.stringify(drawn).includes('__proto__'));
    fc.assert(
      fc.property(value, fc.boolean(), (drawn, isText) => {
        const json = JSON.stringify(drawn);
        expect(jsonBody(z.unknown()).parse(isText ? text(json) : binary(json))).toEqual(JSON.parse(json));
      }),
    );
  });

  test('never throws and never returns a __proto__ key, whatever the text', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', 'a', '"__proto__"', '"\\u005f_proto\\u005F_"', '"a"', 'null');
    const nested = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(nested, (json) => {
        const { success, data } = jsonBody(z.unknown()).safeParse(text(json));
        if (success) expect(JSON.stringify(data)).not.toContain('__proto__":');
      }),
    );
  });

  test.each([
    ['without Content-Type', undefined],
    ['application/json', 'application/json'],
    ['with parameters and in capitals', 'Application/JSON; charset=utf-8'],
    ['a suffix', 'application/vnd.api+json'],
  ])('accepts %s', (_, type) => {
    expect(jsonBody(User).parse(text('{"name":"Ada"}', type))).toEqual({ name: 'Ada' });
  });

  test('finds Content-Type in any case', () => {
    const event = { body: '1', isBase64Encoded: false, headers: { 'CONTENT-type': 'text/csv' } };
    expect(issuesOf(jsonBody(z.number()), event)).toEqual([
      [['headers', 'CONTENT-type'], 'Invalid input: expected content type application/json or +json, received text/csv'],
    ]);
  });

  test('accepts the media types of its option', () => {
    const loose = jsonBody(z.number(), { mediaType: /^text\/plain$|json/ });
    expect(loose.parse(text('1', 'text/plain;charset=UTF-8'))).toBe(1);
    expect(issuesOf(loose, text('1', 'text/csv'))[0]).toEqual([
      ['headers', 'Content-Type'],
      'Invalid input: expected content type /^text\\/plain$|json/, received text/csv',
    ]);
  });

  test.each([
    ['UTF-16LE', new Uint8Array([0x22, 0, 0xe9, 0, 0x22, 0]), 'application/json; charset=utf-16le'],
    ['latin1, quoted', new Uint8Array([0x22, 0xe9, 0x22]), 'application/json; Charset="ISO-8859-1"'],
    ['UTF-8 with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x22, 0xc3, 0xa9, 0x22]), 'application/json'],
  ])('decodes %s', (_, bytes, type) => {
    expect(jsonBody(z.string()).parse(binary(bytes, type))).toBe('é');
  });

  test('skips a byte order mark in text', () => {
    expect(jsonBody(z.number()).parse(text('\uFEFF1'))).toBe(1);
  });

  test.each([
    ['no JSON', text('{"name"'), [['body'], 'Invalid input: expected JSON']],
    ['an empty text', text(''), [['body'], 'Invalid input: expected JSON']],
    ['no base64', { ...text('*'), isBase64Encoded: true }, [['body'], 'Invalid input: expected base64']],
    ['no UTF-8', binary(new Uint8Array([0xff])), [['body'], 'Invalid input: expected text in utf-8']],
    [
      'an unknown charset',
      binary('1', 'application/json; charset=klingon'),
      [['headers', 'Content-Type'], 'Invalid input: expected a known charset, received klingon'],
    ],
    ['another type', text('{"name":1}'), [['body', 'name'], 'Invalid input: expected string, received number']],
    ['no body', { isBase64Encoded: false }, [['body'], 'Invalid input: expected object, received undefined']],
    ['a body that is null', { body: null, isBase64Encoded: false }, [['body'], 'Invalid input: expected object, received undefined']],
    [
      'a key __proto__',
      text('{"a":[{},{"__proto__":{"b":1}}]}'),
      [['body', 'a', 1, '__proto__'], 'Invalid input: expected no key __proto__'],
    ],
    ['one that is escaped', text('{"\\u005f_proto__":1}'), [['body', '__proto__'], 'Invalid input: expected no key __proto__']],
    ['what is no event', 'text', [[], 'Invalid input: expected an event with a body']],
  ])('rejects %s', (_, event, issue) => {
    expect(issuesOf(jsonBody(User), event)).toEqual([issue]);
  });

  test('accepts a missing body if its schema does', () => {
    expect(jsonBody(User.optional()).parse({ body: null, isBase64Encoded: false })).toBeUndefined();
    expect(jsonBody(User.default({ name: 'nobody' })).parse({ isBase64Encoded: false })).toEqual({ name: 'nobody' });
  });

  test('accepts __proto__ as a value', () => {
    expect(jsonBody(z.unknown()).parse(text('{"a":"__proto__","b":"\\u00e9"}'))).toEqual({ a: '__proto__', b: 'é' });
  });

  test('reads a million nested brackets', () => {
    const deep = `${'['.repeat(1_000_000)}"__proto__"${']'.repeat(1_000_000)}`;
    expect(jsonBody(z.array(z.unknown())).safeParse(text(deep)).success).toBe(true);
  });
});

describe('formBody', () => {
  test('reads a form, with repeated names as arrays', () => {
    const form = new URLSearchParams([
      ['name', 'Ada & Co'],
      ['tag', 'ä'],
      ['tag', 'b'],
      ['tag', 'c'],
    ]);
    const schema = formBody(z.record(z.string(), z.union([z.string(), z.array(z.string())])));
    expect(schema.parse(binary(`${form}`, 'application/x-www-form-urlencoded'))).toEqual({ name: 'Ada & Co', tag: ['ä', 'b', 'c'] });
    expect(schema.parse(text(`${form}`))).toEqual({ name: 'Ada & Co', tag: ['ä', 'b', 'c'] });
  });

  test('treats inherited names such as constructor like any other', () => {
    expect(formBody(z.unknown()).parse(text('constructor=1&toString=2'))).toEqual({ constructor: '1', toString: '2' });
  });

  test.each([
    ['a key __proto__', text('a=1&__proto__=2'), [['body', '__proto__'], 'Invalid input: expected no key __proto__']],
    [
      'JSON',
      text('{}', 'application/json'),
      [['headers', 'Content-Type'], 'Invalid input: expected content type application/x-www-form-urlencoded, received application/json'],
    ],
    ['a field that is missing', text('a=1'), [['body', 'name'], 'Invalid input: expected string, received undefined']],
  ])('rejects %s', (_, event, issue) => {
    expect(issuesOf(formBody(User), event)).toEqual([issue]);
  });
});

describe('textBody', () => {
  test('reads text of any media type and decodes base64', () => {
    expect(textBody().parse(binary('é', 'application/xml'))).toBe('é');
    expect(textBody().parse(text('é'))).toBe('é');
  });

  test('requires a body, checks its schema and the media type of its option', () => {
    expect(issuesOf(textBody(), { isBase64Encoded: false })).toEqual([[['body'], 'Invalid input: expected string, received undefined']]);
    expect(textBody(z.string().transform((csv) => csv.split(','))).parse(text('a,b'))).toEqual(['a', 'b']);
    expect(textBody(z.string(), { mediaType: /^text\/csv$/ }).safeParse(text('a', 'text/plain')).success).toBe(false);
  });
});

describe('bytesBody', () => {
  test('returns the bytes unchanged', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const read = bytesBody().parse(binary(bytes, 'application/octet-stream'));
        expect(Array.from(read)).toEqual(Array.from(bytes));
        expect(read.buffer.byteLength).toBe(bytes.length);
      }),
    );
  });

  test('encodes text as UTF-8', () => {
    expect(Array.from(bytesBody().parse(text('é')))).toEqual([0xc3, 0xa9]);
  });

  test('requires a body unless its schema accepts undefined', () => {
    expect(bytesBody().safeParse({ isBase64Encoded: false }).success).toBe(false);
    expect(bytesBody(z.instanceof(Uint8Array).optional()).parse({ isBase64Encoded: false })).toBeUndefined();
    expect(issuesOf(bytesBody(), { ...text('*'), isBase64Encoded: true })).toEqual([[['body'], 'Invalid input: expected base64']]);
  });
});
