import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serialiseJson } from '../../src/gateway/serialise-json.js';

const cyclic: Record<string, unknown> = { list: [{}] };
(cyclic['list'] as unknown[]).push({ back: cyclic });

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

describe('serialiseJson', () => {
  test('writes what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(serialiseJson(value, ['json'])).toBe(JSON.stringify(value));
      }),
    );
  });

  test.each<[unknown, (string | number)[], string]>([
    [() => undefined, ['json'], "`json` is a function, which JSON can't represent."],
    [Symbol('a'), ['json'], "`json` is a symbol, which JSON can't represent."],
    [5n, ['json'], "`json` is the BigInt 5n, which JSON can't represent."],
    [{ a: [1, { b: 5n }] }, ['json', 'a', 1, 'b'], "`json.a[1].b` is the BigInt 5n, which JSON can't represent."],
    [cyclic, ['json', 'list', 1, 'back'], '`json.list[1].back` refers to an object that contains it.'],
    [
      {
        a: {
          get b(): never {
            throw new Error('not me');
          },
        },
      },
      ['json', 'a', 'b'],
      '`json.a.b` has a getter or a `toJSON` that throws.',
    ],
    [
      {
        a: {
          toJSON(): never {
            throw new Error('not me');
          },
        },
      },
      ['json', 'a'],
      '`json.a` has a getter or a `toJSON` that throws.',
    ],
    [
      {
        nothing: null,
        proxy: new Proxy(
          {},
          {
            ownKeys(): never {
              throw new Error('not me');
            },
          },
        ),
      },
      ['json', 'proxy'],
      '`json.proxy` is a proxy that throws.',
    ],
    [{ text: 'a', nothing: null, big: 5n }, ['json', 'big'], "`json.big` is the BigInt 5n, which JSON can't represent."],
    [
      {
        toJSON(): never {
          throw new Error('not me');
        },
      },
      ['json'],
      "`json` contains a value that JSON can't represent.",
    ],
    [deep(100_000), ['json'], '`json` is nested more than 100 levels deep.'],
  ])("throws for a value that JSON can't represent: %#", (value, path, reason) => {
    expect(() => serialiseJson(value, ['json'])).toThrow(
      expect.objectContaining({
        name: 'GatewayError',
        code: 'unserialisable-json',
        path,
        message: `${reason} Pass a value that JSON can represent.`,
      }),
    );
  });
});
