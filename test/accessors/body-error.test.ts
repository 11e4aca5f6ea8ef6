import { BodyError, type BodyErrorCode } from 'apigw-proxy';
import { describe, expect, test, vi } from 'vitest';

const CODES: readonly BodyErrorCode[] = ['not-base64', 'unknown-charset', 'not-text', 'not-json', 'prototype-key'];

describe('BodyError', () => {
  test('is recognized by every copy of the package', async () => {
    vi.resetModules();
    const copy: typeof import('apigw-proxy') = await import('apigw-proxy');
    const error: unknown = new BodyError('not-json');
    expect(copy.BodyError).not.toBe(BodyError);
    expect([error instanceof copy.BodyError, new Error('no') instanceof copy.BodyError]).toEqual([true, false]);
  });

  test.each(CODES)('has a message, a fix and a status for %s', (code) => {
    const { message, fix, status, name } = new BodyError(code, 'a detail $& %');
    expect([name, message, fix]).toEqual(['BodyError', expect.stringMatching(/^The .*\.$/), expect.stringMatching(/^[A-Z].*\.$/)]);
    expect(status).toBe(code === 'unknown-charset' ? 415 : 400);
    expect(new BodyError(code).message).toBe(message.replace('a detail $& %', ''));
  });

  test('shows the detail as it is', () => {
    expect(new BodyError('unknown-charset', '$&').message).toBe('The charset `$&` is unknown.');
  });
});
