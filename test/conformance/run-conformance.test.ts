import { renderResult, toEvent } from 'apigw-proxy';
import { type RenderCase, type RequestCase, readRenderCases, readRequestCases, runConformance } from 'apigw-proxy/conformance';
import { describe, expect, test } from 'vitest';
import { messageOf } from '../../src/conformance/compare/message-of.js';
import { judgeEvent, judgeResponse } from '../../src/conformance/run-conformance.js';
import { gatewayOf, requestOf, resultOf } from './render-case.js';

function render(given: RenderCase): ReturnType<typeof renderResult> | undefined {
  return given.api === 'websocket' ? undefined : renderResult(resultOf(given.lambdaResult), gatewayOf(given), requestOf(given));
}

/** Translates the cases about function URLs. */
function translate({ api, request }: RequestCase): unknown {
  if (api !== 'function-url') return undefined;
  const { method, path = '/', rawQuery, headers = [], bodyText } = request;
  const target = rawQuery ? `${path}?${rawQuery}` : path;
  return toEvent({ method, target, headers, ...(bodyText && { body: new TextEncoder().encode(bodyText) }) }, { target: api });
}

describe('cases', () => {
  test('have ids of their own', () => {
    const ids = [...readRenderCases(), ...readRequestCases()].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('name their evidence', () => {
    for (const { id, evidence, source } of [...readRenderCases(), ...readRequestCases()]) {
      expect(evidence, id).toMatch(/^[A-Z0-9-]+$/);
      expect(source.length, id).toBeGreaterThan(5);
    }
  });

  test('are read once', () => {
    expect(readRenderCases()).toBe(readRenderCases());
    expect(readRequestCases()).toBe(readRequestCases());
  });
});

describe('runConformance', () => {
  test('says that this library holds', async () => {
    const report = await runConformance({ render });
    expect(report.verdicts.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(report.held).toBe(readRenderCases().filter(({ api }) => api !== 'websocket').length);
    expect(report.skipped).toBe(report.verdicts.length - report.held);
  });

  test('compares no values that AWS generates', async () => {
    const report = await runConformance({ translate }, { targets: ['function-url'] });
    const proxied = report.verdicts.filter(({ kind, outcome }) => kind === 'request' && outcome === 'held');
    expect(proxied.map(({ id }) => id)).toContain('furl-get-no-body');
  });

  test('names each difference', async () => {
    const { verdicts } = await runConformance(
      { render: () => ({ status: 418, headers: [], body: new Uint8Array() }) },
      { targets: ['rest'] },
    );
    const [verdict] = verdicts;
    expect(verdict).toMatchObject({ id: 'rest-rec-SimpleJsonResponse', outcome: 'failed', target: 'rest' });
    expect(verdict?.remarks).toContain('status: expected 200, got 418');
    expect(verdict?.remarks).toContain('header content-type: expected ["application/json"], got null');
  });

  test.each([new Error('no'), null, Object.create(null), Symbol('no')])('counts what a translation throws as a failure', async (thrown) => {
    const fail = (): never => {
      throw thrown;
    };
    const { held, failed, verdicts } = await runConformance({ render: fail, translate: fail }, { targets: ['http-1.0'] });
    expect(held).toBe(0);
    expect(failed).toBe(verdicts.length);
    const texts = new Set(verdicts.flatMap(({ remarks }) => remarks));
    expect([...texts]).toEqual([`threw ${messageOf(thrown)}`]);
    expect(new Set(verdicts.map(({ kind }) => kind)).size).toBe(2);
  });

  test('skips what a translation leaves out', async () => {
    const { skipped, verdicts } = await runConformance({}, { targets: ['http-2.0'] });
    expect(skipped).toBe(verdicts.length);
    expect(verdicts.every(({ target }) => target === 'http-2.0')).toBe(true);
    const why = (kind: string): unknown => [...new Set(verdicts.filter((each) => each.kind === kind).flatMap(({ remarks }) => remarks))];
    expect([why('render'), why('request')]).toEqual([['no render function'], ['no translate function']]);
    const nothing = await runConformance({ render: () => undefined, translate: () => undefined });
    expect([...new Set(nothing.verdicts.flatMap(({ remarks }) => remarks))]).toEqual(['not rendered', 'not translated']);
    expect(nothing).toMatchObject({ held: 0, failed: 0 });
  });
});

describe('a verdict', () => {
  const COMMON = { id: 'x', api: 'rest', evidence: 'ISSUE', source: 'a thread' } as const;

  test('names the other side of a conflict if that one holds', () => {
    const received = { status: 200, headers: [], body: new Uint8Array() };
    const expected = { status: 500, alternatives: [{ status: 200, evidence: 'RECORDED-3P' }] };
    const verdict = { id: 'x', kind: 'render', target: 'rest', evidence: 'ISSUE' };
    const remarks = ['agrees with the other side of a conflict: RECORDED-3P'];
    expect(judgeResponse({ ...COMMON, expect: expected }, received)).toEqual({ ...verdict, outcome: 'held', remarks });
    expect(judgeResponse({ ...COMMON, expect: { status: 200 } }, received)).toEqual({ ...verdict, outcome: 'held', remarks: [] });
    expect(judgeResponse({ ...COMMON, expect: { status: 201 } }, received).outcome).toBe('failed');
  });

  test('compares every value of an event but generated and unseen ones', () => {
    const given = {
      ...COMMON,
      event: 'proxy',
      stage: 'prod',
      route: '/',
      request: { method: 'GET' },
      expect: { path: '/', routeArn: 'x', a: 1 },
    };
    expect(judgeEvent(given, { path: '/b', a: 2 })).toMatchObject({
      outcome: 'failed',
      remarks: ['path: expected "/", got "/b"', 'a: expected 1, got 2'],
    });
    expect(judgeEvent(given, { path: '/', a: 2 }, (path) => path === 'a')).toMatchObject({ outcome: 'held', remarks: [] });
  });
});
