import { expect, test } from 'vitest';
import { customIssue } from '../../../src/custom/integration/custom-issue.js';

test('customIssue puts the line of a template before the cause', () => {
  const [plain, placed] = [undefined, { line: 2, column: 5 }].map((place) => customIssue('header-not-mappable', ['a', 0], '$&', place));
  const message = 'The header $& must not be mapped or overridden. The client gets a 500.';
  expect(plain).toMatchObject({ severity: 'error', evidence: 'recorded', path: ['a', 0], message });
  expect(plain).not.toHaveProperty('line');
  expect(placed).toMatchObject({ line: 2, column: 5, message: `Line 2: ${message}` });
});
