import { buildFunctionUrlEvent, buildHttpEvent, buildHttpEventV1, buildRestEvent, buildWebsocketSession, toEvent } from 'apigw-proxy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventInit } from '../../../src/events/build/event-init.js';
import { fromInit } from '../../../src/events/build/from-init.js';
import { outcomeOf } from '../plain/outcome.js';

const TEXT = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('', '\ufeffa', 'é', '\ud800', 'a\udc00b', '\u{1f600}'));
const CONTENT = fc.oneof(
  TEXT.map((body) => ({ body })),
  TEXT.map((json) => ({ json })),
  TEXT.map((value) => ({ form: { value } })),
  fc.uint8Array().map((body) => ({ body })),
);
const SETTINGS = fc.record<EventInit>(
  {
    method: fc.constantFrom('GET', 'POST'),
    headers: fc.array(
      fc.constantFrom(
        ['Content-Type', 'image/png'] as const,
        ['content-type', 'application/json; charset=utf-8'] as const,
        ['Content-Type', ''] as const,
        ['Content-Length', '5'] as const,
        ['Content-Encoding', 'gzip'] as const,
        ['Content-Encoding', 'identity'] as const,
      ),
      { maxLength: 3 },
    ),
    endpointType: fc.constantFrom('EDGE', 'REGIONAL'),
    binaryMediaTypes: fc.constantFrom(['*/*'], ['text/plain'], ['application/json']),
    testInvoke: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('a builder', () => {
  test.each([
    ['rest', buildRestEvent],
    ['http-1.0', buildHttpEventV1],
    ['http-2.0', buildHttpEvent],
    ['function-url', buildFunctionUrlEvent],
  ] as const)('of %s events builds the event of the same request with its body as bytes, or throws the same error', (target, build) => {
    fc.assert(
      fc.property(CONTENT, SETTINGS, (content, settings) => {
        const init = { ...settings, ...content };
        const plain = outcomeOf(() => {
          const { request, gateway } = fromInit(target, init);
          return toEvent(request, gateway);
        });
        expect(outcomeOf(() => build(init))).toBe(plain);
      }),
    );
  });
});

describe('a WebSocket session', () => {
  test('sends every message as it arrives in UTF-8', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const arrived = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
        expect(buildWebsocketSession().message(text).body).toBe(arrived);
      }),
    );
  });
});
