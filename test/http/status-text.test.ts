import { STATUS_CODES } from 'node:http';
import { describe, expect, test } from 'vitest';
import { statusTextOf } from '../../src/http/status-text.js';

/** RFC 9110 has renamed these since Node's table was written; 509 is in no registry, 306 is unused. */
const RENAMED: Record<string, string> = { 413: 'Content Too Large', 422: 'Unprocessable Content', 509: '' };

describe('statusTextOf', () => {
  test.each(Object.entries({ ...STATUS_CODES, ...RENAMED }))('names %s as Node does, or as IANA has renamed it', (status, text) => {
    expect(statusTextOf(Number(status))).toBe(text);
  });

  test('gives an empty phrase to a status without one', () => {
    expect(statusTextOf(599)).toBe('');
  });
});
