import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { bodyJson } from '../../src/accessors/body.js';
import { BodyError } from '../../src/accessors/body-error.js';
import { buildEvents } from '../../src/events/index.js';
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
    ['parameters without a media type', '; charset=utf-8'],
  ])('accepts %s', (_, type) => {
    expect(jsonBody(User).parse(text('{"name":"Ada"}', type))).toEqual({ name: 'Ada' });
  });

  test.each(['application/jsonx', 'xapplication/json', 'text/a+jsonx'])('rejects %s', (type) => {
    expect(jsonBody(User).safeParse(text('{"name":"Ada"}', type)).success).toBe(false);
  });

  test('finds Content-Type in any case', () => {
    const event = { body: '1', isBase64Encoded: false, headers: { 'CONTENT-type': 'text/csv' } };
    expect(issuesOf(jsonBody(z.number()), event)).toEqual([
      [['headers', 'CONTENT-type'], 'Invalid input: expected content type application/json or +json, received text/csv'],
    ]);
  });

  test.each([/json/g, /json/y, /^application.json$/gy])('gives the same answer every time for %s, and does not change it', (mediaType) => {
    mediaType.lastIndex = 3;
    const schema = jsonBody(z.unknown(), { mediaType });
    const type = mediaType.source === 'json' ? 'json' : 'application/json';
    const answers = [1, 2, 3].map(() => schema.safeParse(text('1', type)).success);
    expect([...answers, mediaType.lastIndex]).toEqual([true, true, true, 3]);
  });

  test('reads a repeated Content-Type in the same way for every target', () => {
    const headers = { 'Content-Type': ['text/plain', 'application/json'] };
    for (const event of Object.values(buildEvents({ body: '1', headers }))) {
      expect(issuesOf(jsonBody(z.number()), event)).toEqual([
        [
          ['headers', expect.stringMatching(/^content-type$/i)],
          'Invalid input: expected content type application/json or +json, received text/plain,application/json',
        ],
      ]);
    }
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
    ['text that is not JSON', text('{"name"'), [['body'], 'Invalid input: expected JSON']],
    ['an empty string', text(''), [['body'], 'Invalid input: expected JSON']],
    ['a body that is not base64', { ...text('*'), isBase64Encoded: true }, [['body'], 'Invalid input: expected base64']],
    ['bytes that are not UTF-8', binary(new Uint8Array([0xff])), [['body'], 'Invalid input: expected text in utf-8']],
    [
      'an unknown charset',
      binary('1', 'application/json; charset=klingon'),
      [['headers', 'Content-Type'], 'Invalid input: expected a known charset, received klingon'],
    ],
    ['a field of another type', text('{"name":1}'), [['body', 'name'], 'Invalid input: expected string, received number']],
    ['a missing body', { isBase64Encoded: false }, [['body'], 'Invalid input: expected object, received undefined']],
    ['a body that is null', { body: null, isBase64Encoded: false }, [['body'], 'Invalid input: expected object, received undefined']],
    [
      'a key __proto__',
      text('{"a":[{},{"__proto__":{"b":1}}]}'),
      [['body', 'a', 1, '__proto__'], 'Invalid input: expected no key __proto__'],
    ],
    ['an escaped key __proto__', text('{"\\u005f_proto__":1}'), [['body', '__proto__'], 'Invalid input: expected no key __proto__']],
    [
      'an unknown charset in multiValueHeaders',
      { ...binary('1'), headers: null, multiValueHeaders: { 'Content-Type': ['application/json; charset=klingon'] } },
      [['headers', 'content-type'], 'Invalid input: expected a known charset, received klingon'],
    ],
    ['an event without isBase64Encoded', { body: '{"name":"Ada"}' }, [[], 'Invalid input: expected an event with a body']],
    ['a string as event', 'text', [[], 'Invalid input: expected an event with a body']],
    ['a parsed body', { body: { name: 'Ada' }, isBase64Encoded: false }, [['body'], 'Invalid input: expected string, received object']],
    [
      'a Content-Type that is not a string',
      { body: '1', isBase64Encoded: false, headers: { 'Content-Type': 5 } },
      [['headers', 'Content-Type'], 'Invalid input: expected string, received number'],
    ],
  ])('rejects %s', (_, event, issue) => {
    expect(issuesOf(jsonBody(User), event)).toEqual([issue]);
  });

  test('returns the path of a nested key __proto__', () => {
    const depth = 100_000;
    const body = `${'['.repeat(depth)}{"__proto__":1}${']'.repeat(depth)}`;
    const [issue] = jsonBody(z.unknown()).safeParse(text(body)).error?.issues ?? [];
    expect([issue?.path.length, issue?.path.at(-1)]).toEqual([depth + 2, '__proto__']);
  });

  test('agrees with bodyJson on every body', () => {
    const body = fc.oneof(fc.json(), fc.string(), fc.constantFrom('{"a":{"__proto__":1}}', '{"\\u005f_proto__":1}', '\uFEFF1', '', null));
    const type = fc.constantFrom(
      'application/json',
      'application/json; charset=latin1',
      'application/json;charset="utf-16le"',
      'a/b+json; charset=x',
    );
    fc.assert(
      fc.property(body, type, fc.boolean(), (drawn, contentType, isBase64Encoded) => {
        const event = { body: drawn, isBase64Encoded, headers: { 'content-type': contentType } };
        const { success, data } = jsonBody(z.unknown()).safeParse(event);
        if (success) expect(bodyJson(event)).toEqual(data);
        else expect(() => bodyJson(event)).toThrow(BodyError);
      }),
    );
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

  test('reads a field that is repeated very often', () => {
    const value = formBody(z.object({ a: z.array(z.string()) })).parse(text('a=b&'.repeat(200_000)));
    expect([value.a.length, new Set(value.a)]).toEqual([200_000, new Set(['b'])]);
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

describe.each<[string, (schema: z.ZodType) => z.ZodType]>([
  ['jsonBody', jsonBody],
  ['formBody', formBody],
  ['textBody', textBody],
  ['bytesBody', bytesBody],
] as const)('%s', (_, make) => {
  test.each([
    [null, 'null'],
    [{}, 'an object'],
    [String, 'a function'],
  ] as const)('throws a TypeError for the schema %s', (schema, shown) => {
    const message = `\`schema\` must be a zod 4 schema; got ${shown}.`;
    expect(() => make(schema as never)).toThrow(expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', message })); // wrong on purpose
  });
});

test.each([
  ['jsonBody', jsonBody],
  ['formBody', formBody],
  ['textBody', textBody],
] as const)('%s throws a TypeError for a media type that is not a RegExp', (_, make) => {
  const error = { name: 'TypeError', path: ['options', 'mediaType'], message: '`options.mediaType` must be a RegExp; got "text/csv".' };
  expect(() => make(z.unknown(), { mediaType: 'text/csv' as never })).toThrow(expect.objectContaining(error)); // wrong on purpose
  expect(() => make(z.unknown(), 5 as never)).toThrow(expect.objectContaining({ name: 'TypeError', path: ['options'] }));
});
