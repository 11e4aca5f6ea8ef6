import { inspect } from 'node:util';
import type { Gateway, RenderTarget } from 'apigw-proxy';
import { renderHandshake, renderMessage } from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { render as renderFor, TARGETS, textOf } from './responses.js';
import { OK, ROWS, type Row, WEBSOCKET_RESULTS } from './rows.js';

// A change of what a client gets, or of what is reported, shows up as a changed line.
describe('what a client gets', () => {
  test.each(Object.entries(ROWS))('%s', async (name, rows) => {
    await expect(rows.map(linesOf).join('\n')).toMatchFileSnapshot(`responses/${name.replaceAll(' ', '-')}.txt`); // `vitest -u` updates it
  });
});

/** The settings of routes that a WebSocket API treats differently. */
const ROUTES: readonly Omit<Gateway<'websocket'>, 'target'>[] = [
  { route: '$connect' },
  { route: '$disconnect', routeResponse: true },
  { route: 'say' },
  { routeResponse: true },
];

test('what a WebSocket client gets', async () => {
  const { keys = [], statuses = [], failures = [], payloads = [] } = ROWS;
  const results = [...(ROWS['values that are no response'] ?? []), ...keys, ...statuses, ...failures, ...payloads].map(
    ([result]) => result,
  );
  const lines = [...results, ...WEBSOCKET_RESULTS].map((result) => {
    const routes = ROUTES.map((settings) => `  ${JSON.stringify(settings)}: ${messageOf(result, { ...settings, target: 'websocket' })}`);
    return [show(result), ...routes, ''].join('\n');
  });
  await expect(lines.join('\n')).toMatchFileSnapshot('responses/websocket.txt'); // `vitest -u` updates it
});

function messageOf(result: unknown, gateway: Gateway<'websocket'>): string {
  const { ok, issues, ...rest } = gateway.route === '$connect' ? renderHandshake(result, gateway) : renderMessage(result, gateway);
  const sent = 'frame' in rest ? [shorten(String(rest.frame))] : [rest.status, rest.statusText, JSON.stringify(rest.headers), textOf(rest)];
  return [...sent, ok, ...issues.map((issue) => JSON.stringify(Object.values(issue).slice(0, -1)))].join(' ');
}

/** What each target sends for a result. Targets that send the same share a line. */
function linesOf(row: Row): string {
  const targets = new Map<string, string[]>();
  for (const target of TARGETS) {
    const line = lineOf(row, target);
    targets.set(line, [...(targets.get(line) ?? []), target]);
  }
  return [row.map(show).join(', '), ...[...targets].map(([line, names]) => `  ${names.join(' ')}: ${line}`), ''].join('\n');
}

function show(value: unknown): string {
  return inspect(withoutMarks(value), { depth: 4, breakLength: Infinity, maxStringLength: 60 });
}

/** Outcomes are marked with symbols, and streams have bytes. */
function withoutMarks(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'gatewayResponses' in value) return { ...value, gatewayResponses: 'CUSTOMIZED' };
  if (typeof value !== 'object' || value === null || Object.getOwnPropertySymbols(value).length === 0) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, part instanceof Uint8Array ? `${Buffer.from(part)}` : part]));
}

function lineOf([result, settings, asked]: Row, target: RenderTarget): string {
  const response = renderFor(result, { ...settings, target }, asked, { compress });
  const own = USUAL.get(target);
  const fields = response.headers.map((field) => field.join(': ')).map((field) => (own?.has(field) ? '…' : shorten(field)));
  const found = response.issues.map((issue) => JSON.stringify(Object.values(issue).slice(0, -1)));
  return [response.status, response.statusText, JSON.stringify(fields), JSON.stringify(textOf(response)), response.ok, ...found].join(' ');
}

/** The fields that nearly every response has. */
const USUAL: ReadonlyMap<RenderTarget, ReadonlySet<string>> = new Map(
  TARGETS.map((target) => [
    target,
    new Set(
      renderFor(OK, target)
        .headers.filter(([name]) => !name.startsWith('Content'))
        .map((field) => field.join(': ')),
    ),
  ]),
);

/** The bytes that zlib writes differ between versions of Node.js. */
function compress(coding: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(coding), bytes]);
}

function shorten(field: string): string {
  return field.length > 200 ? `${field.slice(0, 60)}… ${field.length}` : field;
}
