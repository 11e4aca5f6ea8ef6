import { CurlOptionError, fromCurl } from 'apigw-proxy/http';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

function read(...args: string[]): { method: string; target: string; body?: string; headers: Record<string, string> } {
  const { method, target, headers, body } = fromCurl(args);
  return { method, target, headers: Object.fromEntries(headers), ...(body && { body: new TextDecoder().decode(body) }) };
}

/** Words of commands, valid and invalid. */
const WORD = fc.oneof(
  fc.constantFrom(
    'curl',
    '-X',
    '-XPOST',
    '-H',
    '-Ha: b',
    '-d',
    '--data',
    '--data-urlencode',
    '--json',
    '-G',
    '-I',
    '-b',
    '-u',
    '--url',
    '-sS',
    '-g',
    '--path-as-is',
    '-sgXPOST',
    '--',
  ),
  fc.constantFrom(
    'https://example.com/a?b=1',
    'h/{a}/../[b]?{c} \ud800#d',
    'example.com',
    'http://',
    'file:///a',
    'POST',
    'A: b',
    'a=b',
    '@file',
    'x@y',
  ),
  fc.constantFrom('constructor', '__proto__', '\ud800', 'a\r\nb', 'toString: x', '-constructor', '--__proto__'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

describe('fromCurl', () => {
  test('adds the same headers as curl', () => {
    expect(read('curl', 'https://api.example.com/a?b=1')).toEqual({
      method: 'GET',
      target: '/a?b=1',
      headers: { Host: 'api.example.com', 'User-Agent': 'curl/8.7.1', Accept: '*/*' },
    });
  });

  test.each([
    [['-d', 'a=1', '--data', 'b=2', 'h/x'], { method: 'POST', target: '/x', body: 'a=1&b=2' }],
    [['-G', '-d', 'a=1', 'h/x?z=0'], { method: 'GET', target: '/x?z=0&a=1' }],
    [['-G', '-d', 'a=b c#d', 'h/x'], { target: '/x?a=b%20c%23d' }],
    [['--data-urlencode', 'a=b c', 'h'], { method: 'POST', target: '/', body: 'a=b%20c' }],
    [['--data-urlencode', '=b&c', 'h'], { body: 'b%26c' }],
    [['--data-urlencode', 'b+(c)', 'h'], { body: 'b%2B%28c%29' }],
    [['--data-raw', '@a', 'h'], { body: '@a' }],
    [['-d', '', 'h'], { method: 'POST' }],
    [['-XPUT', '--json', '{"a":1}', 'h'], { method: 'PUT', body: '{"a":1}' }],
    [['-I', 'h'], { method: 'HEAD' }],
    [['--url', 'h/x'], { target: '/x' }],
    [['h/x?u=http://y/'], { target: '/x?u=http://y/' }],
    [['constructor'], { method: 'GET', target: '/', headers: { Host: 'constructor' } }],
    [['-d', '\ud800', 'h'], { body: '\ufffd' }],
    [['--data-urlencode', 'a=\ud800', 'h'], { body: 'a=%EF%BF%BD' }],
    [['-G', '-d', '\ud800', 'h'], { target: '/?%EF%BF%BD' }],
    [['h/\ud800?\ud800'], { target: '/%EF%BF%BD?%EF%BF%BD' }],
    [['-g', 'h/{a}/[b]?x={"a":1}'], { target: '/{a}/[b]?x={"a":1}' }],
    [['--globoff', 'h/%7Ba%7D/../{b}/.'], { target: '/{b}/' }],
    [['-g', 'h?a=ü b#c'], { target: '/?a=%C3%BC%20b' }],
    [['--path-as-is', 'http://h:81/a/../b/./c?x=/../y#z'], { target: '/a/../b/./c?x=/../y' }],
    [['-g', '--path-as-is', 'h/{a}/..'], { target: '/{a}/..' }],
    [['--request-target', '/foo?', 'h/bar'], { target: '/foo?', headers: { Host: 'h' } }],
    [['-r', '0-9', 'h'], { headers: { Range: 'bytes=0-9' } }],
    [['-sSLXPUT', 'h'], { method: 'PUT' }],
    [['-sSIg', 'h/{a}'], { method: 'HEAD', target: '/{a}' }],
    [['-sGd', 'a=1', 'h'], { method: 'GET', target: '/?a=1' }],
    [['-kfsHX-A: b', 'h'], { headers: { 'X-A': 'b' } }],
  ])('reads %j', (args, expected) => {
    expect(read(...args)).toMatchObject(expected);
  });

  const plain = read('h/x');

  test.each([
    ...['-s', '-S', '-i', '-v', '-k', '-L', '-f', '-N', '-#', '-4', '-6', '--silent', '--show-error', '--include', '--verbose'],
    ...['--insecure', '--location', '--fail', '--fail-with-body', '--no-buffer', '--progress-bar', '--no-progress-meter', '--ipv4'],
    ...['--tlsv1.2', '--http1.1', '--remote-name', '--globoff', '--path-as-is', '-o out', '-w %{http_code}', '--max-time 5'],
    ...['--connect-timeout 5', '--retry 3', '--cacert ca.pem', '-c jar', '-x http://proxy', '--resolve h:443:127.0.0.1', '-oout'],
  ])('sends the same request with %s', (words) => {
    expect(read(...words.split(' '), 'h/x')).toEqual(plain);
    expect(read('h/x', ...words.split(' '))).toEqual(plain);
  });

  test.each([
    [['--json', '{}', 'h'], { 'Content-Type': 'application/json', Accept: 'application/json', 'Content-Length': '2' }],
    [['-H', 'accept: text/html', '-H', 'X-Empty;', 'h'], { accept: 'text/html' }],
    [['-u', 'ada:secret', 'h'], { Authorization: 'Basic YWRhOnNlY3JldA==' }],
    [['-b', 'a=1; b=2', '-A', 'me/1', 'h'], { Cookie: 'a=1; b=2', 'User-Agent': 'me/1' }],
  ])('sends the headers of %j', (args, expected) => {
    expect(read(...args).headers).toMatchObject(expected);
    expect(read(...args).headers).not.toHaveProperty('X-Empty');
  });

  test.each([
    [[], 'missing-url', '--url', 'The command "" has no URL.'],
    [['curl'], 'missing-url', '--url', 'The command "curl" has no URL.'],
    [['-X', 'POST'], 'missing-url', '--url', 'The command "-X POST" has no URL.'],
    [['a', 'b'], 'second-url', '--url', 'The command has two URLs: "a" and "b".'],
    [['--url', 'a', 'b'], 'second-url', '--url', 'The command has two URLs: "a" and "b".'],
    [['http://'], 'bad-url', '--url', '"http://" is not an HTTP URL.'],
    [[''], 'bad-url', '--url', '"" is not an HTTP URL.'],
    [['h:port'], 'bad-url', '--url', '"h:port" is not an HTTP URL.'],
    [['file:///etc/hosts'], 'bad-url', '--url', '"file:///etc/hosts" is not an HTTP URL.'],
    [['--form', 'a=@b', 'h'], 'unknown-option', '--form', 'fromCurl doesn\'t know the option "--form".'],
    [['-sF', 'a=b', 'h'], 'unknown-option', '-sF', 'fromCurl doesn\'t know the option "-sF".'],
    [['--request-target', 'a b', 'h'], 'bad-value', '--request-target', 'The option --request-target can\'t have the value "a b".'],
    [['--constructor', 'h'], 'unknown-option', '--constructor', 'fromCurl doesn\'t know the option "--constructor".'],
    [['h', '-d'], 'missing-value', '-d', 'The option -d needs a value.'],
    [['h', '--header'], 'missing-value', '--header', 'The option --header needs a value.'],
    [['-X', 'GE T', 'h'], 'bad-value', '-X', 'The option -X can\'t have the value "GE T".'],
    [['-X', '', 'h'], 'bad-value', '-X', 'The option -X can\'t have the value "".'],
    [['-H', 'A b: c', 'h'], 'bad-value', '-H', 'The option -H can\'t have the value "A b: c".'],
    [['-H', 'A: b\r\nC: d', 'h'], 'bad-value', '-H', 'The option -H can\'t have the value "A: b\\r\\nC: d".'],
    [['-b', 'a\nb', 'h'], 'bad-value', '-b', 'The option -b can\'t have the value "Cookie: a\\nb".'],
    [['-d', '@file', 'h'], 'file-value', '-d', 'fromCurl doesn\'t read files, but the option -d names one: "@file".'],
    [['--json', '@file', 'h'], 'file-value', '--json', 'fromCurl doesn\'t read files, but the option --json names one: "@file".'],
    [
      ['--data-urlencode', 'a@file', 'h'],
      'file-value',
      '--data-urlencode',
      'fromCurl doesn\'t read files, but the option --data-urlencode names one: "a@file".',
    ],
  ])('rejects %j', (args, code, option, reason) => {
    expect(() => fromCurl(args)).toThrow(
      expect.objectContaining({ name: 'CurlOptionError', code, option, message: expect.stringMatching(/\. [A-Z].*\.$/) }),
    );
    expect(() => fromCurl(args)).toThrow(`${reason} `);
  });

  test.each(['-F', '-T', '-E', '-0', '-n', '-K', '--next', '--cert', '--http1.0', '--http3', '--aws-sigv4', '-'])(
    'rejects %s, which changes the request or is unknown',
    (option) => {
      expect(() => fromCurl([option, 'h'])).toThrow(expect.objectContaining({ code: 'unknown-option', option }));
    },
  );

  test.each([
    [undefined, 'The command must be an array of strings; got undefined.'],
    ['curl https://h', 'The command must be an array of strings; got "curl https://h".'],
    [['h', 5], 'Word 1 of the command must be a string; got 5.'],
    [[null], 'Word 0 of the command must be a string; got null.'],
  ])('rejects %j, which is not an array of strings', (args, reason) => {
    // JavaScript can pass anything.
    const call = (): unknown => fromCurl(args as string[]);
    expect(call).toThrow(expect.objectContaining({ code: 'not-arguments' }));
    expect(call).toThrow(`${reason} `);
  });

  test('throws only CurlOptionError, and returns a target in printable ASCII', () => {
    fc.assert(
      fc.property(fc.array(WORD, { maxLength: 6 }), (args) => {
        try {
          expect(fromCurl(args).target).toMatch(/^\/[!-~]*$/);
        } catch (error) {
          expect(error).toBeInstanceOf(CurlOptionError);
        }
      }),
    );
  });
});
