import { STATUS_CODES } from 'node:http';
import { describe, expect, test } from 'vitest';
import { statusTextOf } from '../../src/http/status-text.js';

/** RFC 9110 renamed two statuses after Node's table was written. 509 is not registered. */
const RENAMED: Record<string, string> = { 413: 'Content Too Large', 422: 'Unprocessable Content', 509: '' };

describe('statusTextOf', () => {
  test.each(Object.entries({ ...STATUS_CODES, ...RENAMED }))(
    'returns the phrase of Node or, where it differs, of IANA for %s',
    (status, text) => {
      expect(statusTextOf(Number(status))).toBe(text);
    },
  );

  test('returns an empty string for an unknown status', () => {
    expect(statusTextOf(599)).toBe('');
  });
});
