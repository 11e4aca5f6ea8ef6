import {
  BodyError,
  bodyBytes,
  bodyJson,
  bodyText,
  buildHttpEvent,
  buildRestEvent,
  buildWebsocketSession,
  type EventWithBody,
} from 'apigw-proxy';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everywhere } from './everywhere.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const json = (body: string): EventWithBody => ({ body, isBase64Encoded: false });
const bytes = (body: Uint8Array, type: string): EventWithBody =>
  buildHttpEvent({ method: 'POST', body, headers: { 'Content-Type': type } });

/** Writes the characters whose boolean is true as escapes. */
function withEscapes(text: string, flags: readonly boolean[]): string {
  const hex = (character: string, index: number): string => {
    const digits = character.charCodeAt(0).toString(16).padStart(4, '0');
    return index % 2 === 0 ? digits : digits.toUpperCase();
  };
  return Array.from(text, (character, index) => (flags[index] ? `\\u${hex(character, index)}` : character)).join('');
}

describe('bodyJson', () => {
  test('parses a body that is text or base64', () => {
    for (const event of everywhere({ json: { a: [1] } })) expect(bodyJson(event)).toEqual({ a: [1] });
    for (const event of everywhere({ body: '[1]', headers: { 'Content-Type': 'application/x-json' } }))
      expect(bodyJson(event)).toEqual([1]);
  });

  test('returns undefined without a body', () => {
    for (const event of everywhere({}))
      expect([bodyJson(event), bodyText(event), bodyBytes(event)]).toEqual([undefined, undefined, undefined]);
  });

  test('reads a message of a WebSocket API', () => {
    expect(bodyJson(buildWebsocketSession().message({ action: 'say' }))).toEqual({ action: 'say' });
  });

  test.each<[BodyError['code'], string, string]>([
    ['not-json', '{', 'The body is not valid JSON.'],
    ['prototype-key', '{"a":[{"__proto__":{"admin":true}}]}', 'The body has a key `__proto__`.'],
    ['prototype-key', '{"\\u005f_proto__":1}', 'The body has a key `__proto__`.'],
  ])('throws %s for %s', (code, body, message) => {
    for (const event of everywhere({ body, headers: JSON_TYPE })) {
      expect(() => bodyJson(event)).toThrow(BodyError);
      expect(() => bodyJson(event)).toThrow(
        expect.objectContaining({
          code,
          status: 400,
          message: expect.stringContaining(message),
          fix: expect.stringMatching(/^[A-Z].*\.$/),
        }),
      );
    }
  });

  test('throws if and only if the body has a key __proto__, in any spelling and at any depth', () => {
    const key = fc.constantFrom('__proto__', '__PROTO__', '__proto_', '___proto__', '"__proto__', '__proto__:', 'a', 'constructor');
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        fc.oneof(key, fc.integer(), fc.constant(null)),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((pairs) => new Map(pairs)),
      ),
    }));
    const flags = fc.infiniteStream(fc.boolean());
    const space = fc.constantFrom('', ' ', '\n\t');
    fc.assert(
      fc.property(value, flags, space, (drawn, escapes, gap) => {
        const text = write(drawn, () => Array.from({ length: 12 }, () => escapes.next().value === true), gap);
        const isUnsafe = hasPrototypeKey(drawn);
        if (isUnsafe) expect(() => bodyJson(json(text))).toThrow(expect.objectContaining({ code: 'prototype-key' }));
        else expect(bodyJson(json(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('rejects a key __proto__ however its characters are written', () => {
    const escapes = (character: string): string[] => {
      const code = character.charCodeAt(0).toString(16).padStart(4, '0');
      return [character, `\\u${code}`, `\\u${code.toUpperCase()}`];
    };
    const name = fc.tuple(...[...'__proto__'].map((character) => fc.constantFrom(...escapes(character)))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, fc.constantFrom('{', '{ ', '{"a":1,', '[{"b":{\t'), fc.constantFrom('', ' ', '\n'), (key, before, space) => {
        const after = before.startsWith('[') ? '}}]' : '}';
        expect(() => bodyJson(json(`${before}"${key}"${space}:1${after}`))).toThrow(expect.objectContaining({ code: 'prototype-key' }));
        expect(bodyJson(json(`${before}"x${key}"${space}:1${after}`))).toBeDefined();
      }),
    );
  });

  test('accepts __proto__ as a value, and deep nesting', () => {
    expect(bodyJson(json('{"a":"__proto__","b":"\\u005f_proto__: \\"__proto__\\":"}'))).toEqual({
      a: '__proto__',
      b: '__proto__: "__proto__":',
    });
    const body = `${'['.repeat(100_000)}"__proto__"${']'.repeat(100_000)}`;
    expect(bodyJson(json(body))).toHaveLength(1);
  });
});

describe('bodyText', () => {
  test('decodes base64 by the charset of Content-Type', () => {
    expect(bodyText(bytes(new Uint8Array([0xe9]), 'application/x-www-form-urlencoded; charset=iso-8859-1'))).toBe('é');
  });

  test.each([
    ['image/x;charset=iso-8859-1', 'é'],
    ['image/x;  CharSet = "ISO-8859-1"', 'é'],
    ['image/x; a=b; charset=iso-8859-1; c=d', 'é'],
    ['image/x; charset=iso-8859-1 x', 'é'],
    ['image/x; charset=windows-1251', 'й'],
  ])('reads the charset in %j', (type, text) => {
    expect(bodyText(bytes(new Uint8Array([0xe9]), type))).toBe(text);
  });

  test.each(['image/x', 'image/x; charsets=iso-8859-1', 'image/x; xcharset=iso-8859-1', 'charset=iso-8859-1', 'image/x; charset='])(
    'assumes UTF-8 with %j',
    (type) => {
      expect(bodyText(bytes(new Uint8Array([0xc3, 0xa9]), type))).toBe('é');
    },
  );

  test.each([
    ['\uFEFFa', 'a'],
    ['a\uFEFF', 'a\uFEFF'],
    ['\uFEFF\uFEFFa', '\uFEFFa'],
    ['', ''],
  ])('leaves out one byte order mark: %j', (body, text) => {
    expect(bodyText({ ...buildRestEvent(), body, isBase64Encoded: false })).toBe(text);
  });

  test.each<[BodyError['code'], 400 | 415, string, EventWithBody]>([
    ['not-text', 400, 'The body is not valid utf-8.', bytes(new Uint8Array([0xff]), 'application/octet-stream')],
    ['unknown-charset', 415, 'The charset `klingon` is unknown.', bytes(new Uint8Array([1]), 'image/png; charset=klingon')],
    ['not-base64', 400, 'The body is not valid base64.', { body: '*', isBase64Encoded: true }],
  ])('throws %s with status %i', (code, status, message, event) => {
    expect(() => bodyText(event)).toThrow(BodyError);
    expect(() => bodyText(event)).toThrow(expect.objectContaining({ code, status, message }));
  });

  test('reads the charset of a repeated Content-Type in the same way for every target', () => {
    const headers = { 'Content-Type': ['text/x; charset=latin1', 'text/x; charset=utf-8'] };
    const rest = buildRestEvent({ method: 'POST', body: new Uint8Array([0xe9]), headers, binaryMediaTypes: ['*/*'] });
    const http = buildHttpEvent({ method: 'POST', body: new Uint8Array([0xe9]), headers });
    for (const event of [rest, { ...http, isBase64Encoded: true, body: '6Q==' }]) {
      expect(() => bodyText(event)).toThrow(expect.objectContaining({ code: 'unknown-charset' }));
    }
  });
});

describe('bodyBytes', () => {
  test('returns bytes in memory that nothing else uses', () => {
    expect(bodyBytes({ body: 'AAEC', isBase64Encoded: true })?.buffer.byteLength).toBe(3);
    expect(bodyBytes({ body: 'abc', isBase64Encoded: false })?.buffer.byteLength).toBe(3);
  });
});

describe.each([
  ['bodyJson', bodyJson],
  ['bodyText', bodyText],
  ['bodyBytes', bodyBytes],
])('%s', (_, read) => {
  test.each([
    [{ a: 1 }, 'an object'],
    [['a'], 'an array'],
    [5, '5'],
  ] as const)('throws a TypeError for a body that is %j', (body, shown) => {
    const event = { body, isBase64Encoded: false } as unknown as EventWithBody;
    expect(() => read(event)).toThrow(
      expect.objectContaining({
        name: 'TypeError',
        code: 'invalid-argument',
        path: ['event', 'body'],
        message: `\`event.body\` must be a string; got ${shown}. Read the body before a middleware parses it.`,
        fix: 'Read the body before a middleware parses it.',
      }),
    );
  });
});

/** Writes a value as JSON, with random escapes, and white space between its tokens. Maps become objects. */
function write(value: unknown, draw: () => readonly boolean[], gap: string): string {
  if (Array.isArray(value)) return `[${gap}${value.map((item) => write(item, draw, gap)).join(`${gap},${gap}`)}${gap}]`;
  if (value instanceof Map) {
    const members = [...value].map(([key, item]) => `${write(key, draw, gap)}${gap}:${gap}${write(item, draw, gap)}`);
    return `{${gap}${members.join(`${gap},${gap}`)}${gap}}`;
  }
  return typeof value === 'string' ? `"${withEscapes(value, draw()).replaceAll('"', '\\"')}"` : String(value);
}

function hasPrototypeKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasPrototypeKey);
  return value instanceof Map && (value.has('__proto__') || [...value.values()].some(hasPrototypeKey));
}
