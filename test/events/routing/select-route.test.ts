import { selectRoute } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

describe('selectRoute', () => {
  const ROUTES = ['say', '5', 'true'];

  test.each([
    ['{"action":"say"}', 'action', 'say'],
    [' \t\r\n{"action":"say"}', 'action', 'say'],
    ['{"action":5}', 'action', '5'],
    ['{"action":true}', 'action', '$default'],
    ['{"action":"other"}', 'action', '$default'],
    ['{"header":{"kind":"say"}}', 'header.kind', 'say'],
    ['[{"action":"say"}]', '0.action', 'say'],
    ['"say"', '0', '$default'],
    ['"say"', 'length', '$default'],
    ['{"action":"say"', 'action', '$default'],
    ['', 'action', '$default'],
    ['\u00a0{"action":"say"}', 'action', '$default'],
  ])('selects, for the message %j, by %s: %s', (message, keys, expected) => {
    expect(selectRoute(message, `$request.body.${keys}`, ROUTES)).toBe(expected);
  });

  test('reads no other part of a request', () => {
    expect(selectRoute('{"action":"say"}', '$request.header.action', ROUTES)).toBe('$default');
    expect(selectRoute('{"action":"say"}', 'x$request.body.action', ROUTES)).toBe('$default');
  });

  test('takes every key for a route without a list', () => {
    expect(selectRoute('{"action":"other"}', '$request.body.action')).toBe('other');
  });

  test.each([
    [[5, 'x'], 'message', '`message` must be a string; got 5. Pass the text of the message.'],
    [['x', 5], 'expression', "`expression` must be a string; got 5. Pass an expression such as '$request.body.action'."],
    [['x', 'y', 'z'], 'routes', '`routes` must be an array of strings; got "z". Pass [\'say\'].'],
  ])('rejects %j', (given, name, message) => {
    const error = expect.objectContaining({ code: 'invalid-option', path: [name], message });
    expect(() => selectRoute(...(given as [string, string]))).toThrow(error);
  });
});
