import { buildEvents, buildHttpEvent, buildRestEvent, buildWebsocketSession, header, headerList, type RequestEvent } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';
import { everywhere } from './everywhere.js';

describe('header', () => {
  test.each(['ACCEPT', 'accept', 'Accept'])('finds a header in any case and joins its values with a comma: %s', (name) => {
    for (const event of everywhere({ headers: { Accept: ['text/html', 'image/*'] } }))
      expect(header(event, name)).toBe('text/html,image/*');
  });

  test('returns undefined when the header is missing', () => {
    for (const event of everywhere({})) expect(header(event, 'x-none')).toBeUndefined();
  });

  test.each(['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'])('ignores the inherited name %s', (name) => {
    for (const event of everywhere({})) expect(header(event, name)).toBeUndefined();
  });

  test.each(['constructor', '__proto__'])('finds a header that a client calls %s', (name) => {
    const headers = JSON.parse(`{"${name}":"1"}`) as Record<string, string>;
    expect(header({ ...buildHttpEvent(), headers }, name)).toBe('1');
    expect(header({ ...buildRestEvent(), headers, multiValueHeaders: null }, name)).toBe('1');
  });

  test('finds cookies wherever the payload format has them', () => {
    for (const event of everywhere({ headers: { Cookie: 'a=1; b=2' } })) expect(header(event, 'cookie')).toBe('a=1; b=2');
  });

  test('joins the values of a name in several spellings', () => {
    const multiValueHeaders = { 'X-A': ['1', '2'], 'x-a': ['3'] };
    expect(header({ ...buildRestEvent(), multiValueHeaders }, 'x-a')).toBe('1,2,3');
  });

  test('finds a header of payload 2.0 that is not in lower case', () => {
    expect(header({ ...buildHttpEvent(), headers: { 'X-A': '1' } }, 'x-a')).toBe('1');
  });

  test('finds a header that only one of the two maps has', () => {
    const event = buildRestEvent({ headers: { 'X-A': '1' } });
    expect(header({ ...event, multiValueHeaders: null }, 'x-a')).toBe('1');
    expect(header({ ...event, headers: { ...event.headers, 'X-B': '2' } }, 'x-b')).toBe('2');
  });

  test('returns undefined when the event has no headers', () => {
    expect(header(buildWebsocketSession().message('a'), 'host')).toBeUndefined();
    expect(header({ ...buildRestEvent({ testInvoke: true }), headers: null, multiValueHeaders: null }, 'host')).toBeUndefined();
  });

  test.each([5, null, undefined, {}, [1], true])('ignores a value that is not a string: %s', (value) => {
    for (const event of [buildRestEvent(), buildHttpEvent()]) {
      const headers = { 'x-a': value } as unknown as Record<string, string>;
      expect(header({ ...event, headers } as RequestEvent, 'x-a')).toBeUndefined();
    }
  });
});

describe('headerList', () => {
  test.each([
    ['a, b ,c', ['a', 'b', 'c']],
    ['"a, b", W/"c"', ['"a, b"', 'W/"c"']],
    ['"a \\", b"', ['"a \\", b"']],
    ['a,, ,b', ['a', 'b']],
    ['"open', ['"open']],
    ['"abc", d', ['"abc"', 'd']],
    ['"ab", d', ['"ab"', 'd']],
    ['"", d', ['""', 'd']],
    ['"open, a', ['"open, a']],
    ['a\\,b', ['a\\', 'b']],
    ['"a\\', ['"a\\']],
    [',', []],
  ])('splits %j at its commas', (value, expected) => {
    for (const event of everywhere({ headers: { 'X-List': value } })) expect(headerList(event, 'x-list')).toEqual(expected);
  });

  test('returns an empty array when the header is missing', () => {
    for (const event of everywhere({})) expect(headerList(event, 'x-list')).toEqual([]);
  });

  test('reads a long header', () => {
    const event = buildHttpEvent();
    const headers = { 'x-list': 'a,'.repeat(1_000_000) };
    expect(headerList({ ...event, headers }, 'x-list')).toHaveLength(1_000_000);
    expect(headerList({ ...event, headers: { 'x-list': `"${'\\"'.repeat(1_000_000)}` } }, 'x-list')).toHaveLength(1);
  });
});

test('header, headerList and cookies read a repeated header in the same way for every target', () => {
  const answers = Object.values(buildEvents({ headers: { 'X-A': ['1', '2'], Cookie: ['a=1', 'b=2'] } })).map((event) => [
    header(event, 'x-a'),
    headerList(event, 'x-a'),
    header(event, 'cookie'),
  ]);
  for (const answer of answers) expect(answer).toEqual(['1,2', ['1', '2'], 'a=1; b=2']);
});
