import { buildEvents, cookies } from 'apigw-proxy';
import { type CookieAttributes, cookie } from 'apigw-proxy/results';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('cookie', () => {
  test('writes what the accessor reads, through every target', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[!#$&-+.0-9A-Z^_`a-z|~-]{1,8}$/).filter((name) => !/^__|[()]/.test(name)),
        fc.string({ unit: 'grapheme' }),
        (name, value) => {
          for (const event of Object.values(buildEvents({ headers: { Cookie: cookie(name, value) } }))) {
            expect([...cookies(event)]).toEqual([[name, value]]);
          }
        },
      ),
    );
  });

  test.each<[CookieAttributes, string]>([
    [{}, 'a=b'],
    [{ maxAge: 0 }, 'a=b; Max-Age=0'],
    [{ expires: new Date(0) }, 'a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
    [{ domain: 'example.com', path: '/' }, 'a=b; Domain=example.com; Path=/'],
    [{ secure: true, httpOnly: true, sameSite: 'None', partitioned: true }, 'a=b; Secure; HttpOnly; SameSite=None; Partitioned'],
    [{ secure: false, httpOnly: false, partitioned: false }, 'a=b'],
  ])('writes %o', (attributes, line) => {
    expect(cookie('a', 'b', attributes)).toBe(line);
  });

  test.each([
    ['a b;"c"', 'a%20b%3B%22c%22'],
    ['100%', '100%25'],
    ['é', '%C3%A9'],
    ["!#$&'()*+-./:<=>?@[]^_`{|}~", "!#$&'()*+-./:<=>?@[]^_`{|}~"],
  ])('escapes what may not stand in %o', (value, written) => {
    expect(cookie('a', value)).toBe(`a=${written}`);
  });

  test.each<[string, string, CookieAttributes]>([
    ['a name with a space', 'a b', {}],
    ['no name', '', {}],
    ['half a second', 'a', { maxAge: 0.5 }],
    ['no date', 'a', { expires: new Date(Number.NaN) }],
    ['a domain with a semicolon', 'a', { domain: 'example.com; Secure' }],
    ['a path with a semicolon', 'a', { path: '/; HttpOnly' }],
    ['a path with a line break', 'a', { path: '/\r\nX: y' }],
    ['a path without a slash', 'a', { path: 'a' }],
    ['SameSite=None without Secure', 'a', { sameSite: 'None' }],
    ['Partitioned without Secure', 'a', { partitioned: true }],
    ['__Secure- without Secure', '__Secure-a', {}],
    ['__Host- with a domain', '__Host-a', { secure: true, path: '/', domain: 'example.com' }],
    ['__Host- without a path', '__Host-a', { secure: true }],
  ])('refuses %s', (_, name, attributes) => {
    expect(() => cookie(name, 'b', attributes)).toThrow(TypeError);
  });

  test('refuses more than browsers keep', () => {
    expect(cookie('a', 'b'.repeat(4095))).toHaveLength(4097);
    expect(() => cookie('a', 'b'.repeat(4096))).toThrow('4096');
  });
});
