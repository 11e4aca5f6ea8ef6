import { fromCurl } from 'apigw-proxy/http';
import { describe, expect, test } from 'vitest';

function read(...args: string[]): { method: string; target: string; body?: string; headers: Record<string, string> } {
  const { method, target, headers, body } = fromCurl(args);
  return { method, target, headers: Object.fromEntries(headers), ...(body && { body: new TextDecoder().decode(body) }) };
}

describe('fromCurl', () => {
  test('adds what curl adds', () => {
    expect(read('curl', 'https://api.example.com/a?b=1')).toEqual({
      method: 'GET',
      target: '/a?b=1',
      headers: { Host: 'api.example.com', 'User-Agent': 'curl/8.7.1', Accept: '*/*' },
    });
  });

  test.each([
    [['-d', 'a=1', '--data', 'b=2', 'h/x'], { method: 'POST', target: '/x', body: 'a=1&b=2' }],
    [['-G', '-d', 'a=1', 'h/x?z=0'], { method: 'GET', target: '/x?z=0&a=1' }],
    [['--data-urlencode', 'a=b c', 'h'], { method: 'POST', target: '/', body: 'a=b%20c' }],
    [['-XPUT', '--json', '{"a":1}', 'h'], { method: 'PUT', body: '{"a":1}' }],
    [['-I', 'h'], { method: 'HEAD' }],
  ])('understands %j', (args, expected) => {
    expect(read(...args)).toMatchObject(expected);
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

  test('names the option that it does not understand', () => {
    expect(() => fromCurl(['--form', 'a=@b', 'h'])).toThrow(expect.objectContaining({ name: 'CurlOptionError', option: '--form' }));
  });
});
