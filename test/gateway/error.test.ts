import { GatewayError } from 'apigw-proxy';
import { describe, expect, test, vi } from 'vitest';

describe('GatewayError', () => {
  const error = new GatewayError('invalid-option', ['stage'], '`stage` must be a string; got 5.', "Pass 'prod'.");

  test('has a message that explains the mistake and the fix', () => {
    expect(error.message).toBe("`stage` must be a string; got 5. Pass 'prod'.");
    expect({ ...error }).toEqual({ name: 'GatewayError', code: 'invalid-option', path: ['stage'], fix: "Pass 'prod'." });
  });

  test('is an instance of the class in another copy of the package', async () => {
    vi.resetModules();
    const copy = await import('apigw-proxy');
    expect(copy.GatewayError).not.toBe(GatewayError);
    expect([error instanceof copy.GatewayError, error instanceof GatewayError, error instanceof Error]).toEqual([true, true, true]);
    expect(new Error('x') instanceof copy.GatewayError).toBe(false);
  });
});
