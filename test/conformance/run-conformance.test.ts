import { renderResult, toEvent } from 'apigw-proxy';
import { type RenderCase, type RequestCase, readRenderCases, readRequestCases, runConformance } from 'apigw-proxy/conformance';
import { describe, expect, test } from 'vitest';
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
    expect(verdicts[0]?.remarks[0]).toMatch(/^threw /);
  });

  test('skips what a translation leaves out', async () => {
    const { skipped, verdicts } = await runConformance({}, { targets: ['http-2.0'] });
    expect(skipped).toBe(verdicts.length);
    expect(verdicts.every(({ target }) => target === 'http-2.0')).toBe(true);
  });
});
