import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anonymize } from '../../src/events/index.js';
import { detectEvent } from '../../src/guards/index.js';
import { rebuild } from '../events/recover/rebuild.js';
import { type Shape, shapes } from '../schemas/shapes.js';
import { validators } from '../shapes/validators.js';

/**
 * Events and results that others have published, each with a verdict. They are too large, and under too many licenses, to be part of the
 * project.
 */
const CORPUS = new URL('../../../shared/corpus/', import.meta.url);

/** The shapes that a kind of file must match, and what `detectEvent` must return for it. */
const KINDS: Record<string, { shapes: string[]; detected: string[] }> = {
  'rest-v1': { shapes: ['APIGatewayProxyEvent'], detected: ['rest'] },
  'http-v1': { shapes: ['APIGatewayProxyEvent'], detected: ['http-1.0'] },
  'http-v2': { shapes: ['APIGatewayProxyEventV2'], detected: ['http-2.0'] },
  'function-url': { shapes: ['LambdaFunctionURLEvent'], detected: ['function-url'] },
  websocket: {
    shapes: ['APIGatewayProxyWebsocketEvent'],
    detected: ['websocket-connect', 'websocket-message', 'websocket-disconnect'],
  },
  'authorizer-token': { shapes: ['APIGatewayTokenAuthorizerEvent'], detected: ['authorizer-token'] },
  'authorizer-request-v1': { shapes: ['APIGatewayRequestAuthorizerEvent'], detected: ['authorizer-request-rest'] },
  'authorizer-request-http-v1': { shapes: ['APIGatewayRequestAuthorizerEventV1'], detected: ['authorizer-request-http-1.0'] },
  'authorizer-request-v2': { shapes: ['APIGatewayRequestAuthorizerEventV2'], detected: ['authorizer-request-http-2.0'] },
  'authorizer-websocket': { shapes: ['APIGatewayWebsocketRequestAuthorizerEvent'], detected: ['authorizer-request-websocket'] },
  'authorizer-result-policy': { shapes: ['APIGatewayAuthorizerResult'], detected: ['unknown'] },
  'authorizer-result-simple': { shapes: ['APIGatewaySimpleAuthorizerResult'], detected: ['unknown'] },
  'response-v1': { shapes: ['APIGatewayProxyResult'], detected: ['unknown'] },
  'response-v2': { shapes: ['APIGatewayProxyStructuredResultV2'], detected: ['unknown'] },
  'response-either': { shapes: ['APIGatewayProxyResult', 'APIGatewayProxyStructuredResultV2'], detected: ['unknown'] },
  alb: { shapes: [], detected: ['unknown'] },
  other: { shapes: [], detected: ['unknown'] },
};

interface Entry {
  file: string;
  kind: string;
  verdict: 'accept' | 'reject' | 'unsure';
}

const entries = existsSync(CORPUS) ? readManifest() : [];
const withVerdict = (verdict: Entry['verdict']) => entries.filter((entry) => entry.verdict === verdict);

describe.skipIf(entries.length === 0)('the corpus', () => {
  test('has a row in the table for every kind', () => {
    expect([...new Set(entries.map(({ kind }) => kind))].filter((kind) => !(kind in KINDS))).toEqual([]);
  });

  test.each(withVerdict('accept'))('accepts $file', async ({ file, kind }) => {
    const event = read(file);
    for (const { name, guard, schema } of shapesOf(kind)) {
      expect(guard(event), name).toBe(true);
      expect(schema.parse(read(file)), name).toEqual(event);
      expect(await schema.parseAsync(event), name).toEqual(event);
    }
    expect(KINDS[kind]?.detected).toContain(detectEvent(event));
  });

  test.each(entries)('has the same verdict by every guard and its JSON Schema on $file', ({ file }) => {
    const value = read(file);
    const differing = shapes.filter(({ name, guard }) => validators.get(name)?.(value) !== guard(value));
    expect(differing.map(({ name }) => name)).toEqual([]);
  });

  const events = withVerdict('accept').filter(({ kind }) => KINDS[kind]?.detected.some((detected) => detected !== 'unknown'));

  test.each(events)('builds an event equal to $file', ({ file }) => {
    const event = read(file);
    expect(rebuild(event)).toEqual(event);
  });

  test.each(events)('leaves nothing in $file that identifies anyone', ({ file }) => {
    const event = read(file) as object;
    const anonymized = anonymize(event);
    expect(detectEvent(anonymized)).toBe(detectEvent(event));
    expect(identifyingIn(anonymized).filter((found) => identifyingIn(event).includes(found))).toEqual([]);
  });

  test.each(withVerdict('reject'))('rejects $file', async ({ file, kind }) => {
    const event = read(file);
    for (const { name, guard, schema } of shapesOf(kind)) {
      expect(guard(event), name).toBe(false);
      expect(schema.safeParse(event).success, name).toBe(false);
      expect((await schema.safeParseAsync(event)).success, name).toBe(false);
    }
    expect(detectEvent(event)).toBe('unknown');
  });

  test('lists the files without a clear verdict', async () => {
    for (const { file, kind } of withVerdict('unsure')) {
      const accepting = shapesOf(kind).filter(({ guard }) => guard(read(file)));
      console.info(`unsure, ${accepting.length > 0 ? 'accepted' : 'rejected'}: ${file}`);
    }
  });
});

test.skipIf(entries.length > 0)('is missing next to the project', () => {
  console.info(`There is no corpus at ${CORPUS.pathname}. Its ${Object.keys(KINDS).length} kinds are not checked.`);
  expect(entries).toEqual([]);
});

/** Accounts, addresses of machines and people, and long tokens. The certificate's dates and times of requests are none of these. */
function identifyingIn(event: object): string[] {
  const text = JSON.stringify(event, (key, value: unknown) => (/[tT]ime|validity|connectedAt/.test(key) ? undefined : value));
  return text.match(/\b\d{12}\b|\b\d+(?:\.\d+){3}\b|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\beyJ[\w-]+\.[\w-]+/g) ?? [];
}

function readManifest(): Entry[] {
  const lines = readFileSync(new URL('MANIFEST.jsonl', CORPUS), 'utf8').trim().split('\n');
  return lines.map((line): Entry => JSON.parse(line));
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, CORPUS), 'utf8'));
}

function shapesOf(kind: string): Shape[] {
  return shapes.filter(({ name }) => KINDS[kind]?.shapes.includes(name));
}
