import { buildHttpEvent } from '../../src/index.js';
import { matchers } from '../../src/testing/index.js';
import type { Subject } from './subjects.js';

function record<T>(n: number, value: (index: number) => T): Record<string, T> {
  return Object.fromEntries(Array.from({ length: n }, (_, index) => [`x-${index}`, value(index)]));
}

/** The matchers, for results and expectations that grow. */
export const matcherSubjects: readonly Subject[] = [
  {
    name: 'toRenderAs: headers that are different',
    prepare: (n) => {
      const result = { statusCode: 200, headers: record(n, String), body: '' };
      const expected = { headers: record(n, (index) => String(index + 1)) };
      return () => matchers.toRenderAs(result, expected, 'rest').message();
    },
  },
  {
    name: 'toRenderAs: keys of a body that are different',
    prepare: (n) => {
      const result = { statusCode: 200, body: JSON.stringify(record(n, String)) };
      return () => matchers.toRenderAs(result, { body: record(n, Number) }, 'rest').message();
    },
  },
  {
    name: 'toRenderAs: bytes of a body',
    prepare: (n) => {
      const result = { statusCode: 200, body: 'a'.repeat(n) };
      return () => matchers.toRenderAs(result, { body: new Uint8Array(n) }, 'rest').message();
    },
  },
  {
    name: 'toHaveNoIssues: issues',
    prepare: (n) => {
      const result = { statusCode: 200, headers: record(n, () => null), body: '' };
      return () => matchers.toHaveNoIssues(result, {}, 'rest').message();
    },
  },
  {
    name: 'toBeProxyResult: headers with the wrong type',
    prepare: (n) => {
      const result = { statusCode: 200, headers: record(n, () => ({})), body: '' };
      return () => matchers.toBeProxyResult(result, 'http-2.0').message();
    },
  },
  {
    name: 'toBeEvent: unknown keys, and headers with the wrong type',
    prepare: (n) => {
      const event = { ...buildHttpEvent(), ...record(n, () => 1), rawPath: 1, headers: record(n, () => 1) };
      return () => matchers.toBeEvent(event, 'http-2.0').message();
    },
  },
];
