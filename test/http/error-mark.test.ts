import { BodyTooLargeError, CurlOptionError, MalformedRequestError, UnsafeResponseError } from 'apigw-proxy/http';
import { beforeAll, describe, expect, test, vi } from 'vitest';

const ERRORS = {
  BodyTooLargeError: new BodyTooLargeError(5),
  CurlOptionError: new CurlOptionError('unknown-option', '--form', 'No.'),
  MalformedRequestError: new MalformedRequestError('incomplete', '3 of 9 bytes'),
  UnsafeResponseError: new UnsafeResponseError('unsafe-status', ['status'], '0 is not a status.'),
};
const NAMES = Object.keys(ERRORS) as (keyof typeof ERRORS)[]; // the keys of an object literal

describe('instanceof', () => {
  let copy: typeof import('apigw-proxy/http');
  beforeAll(async () => {
    vi.resetModules();
    copy = await import('apigw-proxy/http');
  });

  test.each(NAMES)('accepts a %s from another copy of the package', (name) => {
    expect(ERRORS[name].constructor).not.toBe(copy[name]);
    expect(ERRORS[name] instanceof copy[name]).toBe(true);
  });

  test.each(NAMES)('rejects everything but a %s', (name) => {
    const others = NAMES.filter((other) => other !== name).map((other) => ERRORS[other]);
    const strangers = [new Error(name), { name }, name, null, undefined, () => name];
    expect([...others, ...strangers].filter((value: unknown) => value instanceof copy[name])).toEqual([]);
  });

  test('accepts instances of a subclass in both copies', () => {
    class OwnError extends CurlOptionError {}
    const error = new OwnError('unknown-option', '-F', 'No.');
    expect([error instanceof OwnError, error instanceof CurlOptionError, error instanceof copy.CurlOptionError]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('rejects instances of the parent class for a subclass', () => {
    class OwnError extends CurlOptionError {}
    expect(
      [new CurlOptionError('unknown-option', '-F', 'No.'), new copy.CurlOptionError('unknown-option', '-F', 'No.')].filter(
        (error) => error instanceof OwnError,
      ),
    ).toEqual([]);
  });

  test('narrows the type of the value', () => {
    const error: unknown = ERRORS.CurlOptionError;
    expect(error instanceof copy.CurlOptionError ? error.option : undefined).toBe('--form');
  });

  test('adds no enumerable key to the error', () => {
    expect(Object.keys(new CurlOptionError('unknown-option', '-F', 'No.')).sort()).toEqual(['code', 'fix', 'name', 'option']);
  });
});
