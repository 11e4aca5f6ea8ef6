import { readFileSync } from 'node:fs';
import { toCustomEvent } from 'apigw-proxy/custom';
import { describe, expect, test } from 'vitest';
import { CUSTOM_ISSUES } from '../../src/custom/integration/custom-issues.js';

// The page on custom integrations has a table of templates and what they print, and a table of issues. Both have to be true.

const PAGE = readFileSync('docs/custom-integration.md', 'utf8');
const BODY = /Each row runs with the body `([^`]+)`/.exec(PAGE)?.[1] ?? '';
const SURPRISES = rowsBelow('| template | prints | because |');

/** The rows of a table, as cells. */
function rowsBelow(head: string): string[][] {
  const lines = PAGE.slice(PAGE.indexOf(head)).split('\n').slice(2);
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(0, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

function printTemplate(template: string): string {
  const requestTemplates = { 'application/json': template };
  const request = { method: 'POST', target: '/prod/a', headers: [], body: new TextEncoder().encode(BODY) };
  const { payload } = toCustomEvent(request, { integration: 'custom', requestTemplates, responses: [{ statusCode: 200 }] });
  if (payload === undefined) return '*500*';
  return payload === '' ? '' : `\`${payload}\``;
}

describe('docs/custom-integration.md', () => {
  test.each(SURPRISES)('%s prints %s', (template = '', claimed = '') => {
    expect(printTemplate(template.replace(/^`|`$/g, ''))).toBe(claimed);
  });

  test('has a row for every issue', () => {
    const codes = rowsBelow('| code | severity | when |').flatMap(([cell = '']) =>
      [...cell.matchAll(/`([a-z0-9-]+)`/g)].map(([, code]) => code),
    );
    expect(codes.sort()).toEqual(Object.keys(CUSTOM_ISSUES).sort());
  });

  test('has the right severities', () => {
    for (const [cell = '', severity = ''] of rowsBelow('| code | severity | when |'))
      for (const [, code = ''] of cell.matchAll(/`([a-z0-9-]+)`/g))
        expect([code, severity.split(' or ')]).toEqual([
          code,
          expect.arrayContaining([CUSTOM_ISSUES[code as keyof typeof CUSTOM_ISSUES][0]]),
        ]);
  });
});
