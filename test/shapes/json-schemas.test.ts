import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as arbitraries from '../../src/arbitraries/index.js';
import { draws } from '../draws.js';
import { mutatedValue, validValue } from '../schemas/arbitrary.js';
import { shapes } from '../schemas/shapes.js';
import { type Holder, placesIn, strangers } from '../schemas/strangers.js';
import { type JsonSchema, printJsonSchemas } from './print-json-schemas.js';
import { validators } from './validators.js';

const schemas = printJsonSchemas();

test('every shape has a JSON Schema', () => {
  expect([...schemas.keys()].sort()).toEqual(shapes.map(({ name }) => name).sort());
});

describe.each(shapes)('the JSON Schema of $name', ({ name, guard, schema }) => {
  const isValid = validators.get(name) ?? (() => undefined);
  const disagreement = (value: unknown) => (isValid(value) === guard(value) ? undefined : { value, guard: guard(value) });

  test('agrees with the guard on valid values', () => {
    fc.assert(
      fc.property(validValue(schema), (value) => {
        const json = asJson(value);
        expect([guard(json), isValid(json)]).toEqual([true, true]);
      }),
      { numRuns: draws(1) },
    );
  });

  test('agrees with the guard on changed values', () => {
    fc.assert(
      fc.property(mutatedValue(schema).map(asJson).filter(isComparable), (value) => {
        expect(disagreement(value)).toBeUndefined();
      }),
      { numRuns: draws(1) },
    );
  });

  test('agrees with the guard when any field is deleted or replaced by any stranger', () => {
    const [value] = fc.sample(validValue(schema, 'whole'), { seed: 1, numRuns: 1 });
    const root: Holder = { value: asJson(value) };
    const others = strangers.map((stranger) => asJson(stranger())).filter((other) => other !== undefined && isComparable(other));
    for (const [holder, key] of placesIn(root)) {
      const before = holder[key];
      delete holder[key];
      expect(disagreement(root['value']), `without ${key}`).toBeUndefined();
      for (const other of others) {
        holder[key] = other;
        expect(disagreement(root['value']), `${key} = ${JSON.stringify(other)}`).toBeUndefined();
      }
      holder[key] = before;
    }
  });

  test('describes itself and every field', () => {
    const document = schemas.get(name);
    expect(document).toMatchObject({ $id: `urn:apigw-proxy:${name}`, title: name, description: expect.stringMatching(/\S/) });
    expect(document && fieldsWithoutDescription(document)).toEqual([]);
  });

  test('works alone', () => {
    const text = JSON.stringify(schemas.get(name));
    const referred = new Set([...text.matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)].map(([, used]) => used));
    expect([...referred].sort()).toEqual(Object.keys(schemas.get(name)?.$defs ?? {}).sort());
  });
});

const EVENTS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  APIGatewayProxyEvent: fc.oneof(arbitraries.event('rest'), arbitraries.event('http-1.0')),
  APIGatewayProxyEventV2: arbitraries.event('http-2.0'),
  LambdaFunctionURLEvent: arbitraries.event('function-url'),
  APIGatewayProxyWebsocketEvent: arbitraries.event('websocket'),
};

describe.each(Object.entries(EVENTS))('drawn events of the type %s', (name, events) => {
  test('are valid', () => {
    fc.assert(
      fc.property(events, (event) => {
        expect(validators.get(name)?.(asJson(event))).toBe(true);
      }),
    );
  });

  test('agree with all guards, whole and without one field', () => {
    fc.assert(
      fc.property(events.map(asJson).filter(isComparable), fc.nat(), (event, at) => {
        const root: Holder = { event };
        const compare = () => {
          for (const { name: other, guard } of shapes) expect(validators.get(other)?.(root['event']), other).toBe(guard(root['event']));
        };
        compare();
        const places = placesIn(root);
        const [holder, key] = places[at % places.length] ?? [root, 'event'];
        delete holder[key];
        if ('event' in root) compare();
      }),
    );
  });
});

test('a key named __proto__ is ignored by guards only', () => {
  const value: unknown = JSON.parse('{"statusCode":200,"headers":{"__proto__":{}}}');
  const result = shapes.find(({ name }) => name === 'APIGatewayProxyResult');
  expect(result?.guard(value)).toBe(true);
  expect(validators.get('APIGatewayProxyResult')?.(value)).toBe(false);
});

describe('printJsonSchemas', () => {
  test.each<[string, string, JsonSchema]>([
    ['a string', 'a: string', { type: 'string' }],
    ['a literal', "a: 'b'", { type: 'string', enum: ['b'] }],
    ['literals', "a: 'c' | 'b'", { type: 'string', enum: ['b', 'c'] }],
    ['null', 'a: string | null', { type: ['null', 'string'] }],
    ['a boolean, number or string', 'a: string | number | boolean', { type: ['string', 'number', 'boolean'] }],
    ['a list or a string', 'a: string[] | string', { type: ['string', 'array'], items: { type: 'string' } }],
    ['any object', 'a: { [b: string]: unknown }', { type: 'object' }],
    ['a map', 'a: { [b: string]: number | undefined } | null', { type: ['null', 'object'], additionalProperties: { type: 'number' } }],
    [
      'an array or a map',
      'a: string[] | { [b: string]: number[] }',
      {
        anyOf: [
          { type: 'array', items: { type: 'string' } },
          { type: 'object', additionalProperties: { type: 'array', items: { type: 'number' } } },
        ],
      },
    ],
    ['a literal or null', "a: 'b' | null", { anyOf: [{ type: 'null' }, { type: 'string', enum: ['b'] }] }],
    ['an object with a name', 'a: Other | null', { anyOf: [{ type: 'null' }, { $ref: '#/$defs/Other' }] }],
    [
      'a comment',
      '/** The a. See\n * {@link Other}.\n *\n * And b. */ a: string',
      { description: 'The a. See `Other`.\n\nAnd b.', type: 'string' },
    ],
  ])('prints %s', (_, field, expected) => {
    expect(print(`export interface Sample {\n${field} } interface Other { b: string }`).properties?.['a']).toEqual(expected);
  });

  test('requires every field that is neither optional nor undefined', () => {
    const { required } = print('export interface Sample { a: string; b?: string; c: string | undefined; d: string | null }');
    expect(required).toEqual(['a', 'd']);
  });

  test('prints the fields of a base first', () => {
    const { properties } = print('interface Base { a: string } export interface Sample extends Base { b: string; never?: never }');
    expect(Object.keys(properties ?? {})).toEqual(['a', 'b']);
  });

  test('rejects any other object if all fields are optional', () => {
    const { anyOf } = print('export interface Sample { a?: string; b?: string }');
    expect(anyOf).toMatchObject([{ required: ['a'] }, { required: ['b'] }, { maxProperties: 0 }]);
  });
});

/** Prints the type `Sample` in a file of its own. */
function print(text: string): JsonSchema {
  const printed = printJsonSchemas([{ name: 'Sample', file: 'sample', example: '{}' }], { 'sample.ts': text }).get('Sample');
  if (!printed) throw new Error('Nothing was printed.');
  return printed;
}

function fieldsWithoutDescription(schema: JsonSchema): string[] {
  const missing = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => (field.description === undefined ? [name] : []));
  return [...missing, ...Object.values(schema.$defs ?? {}).flatMap(fieldsWithoutDescription)];
}

/** Returns what arrives if a value is sent as JSON. `undefined`, if JSON has no such value. */
function asJson(value: unknown): unknown {
  try {
    const text: string | undefined = JSON.stringify(value);
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined; // a BigInt
  }
}

function isComparable(value: unknown): boolean {
  return value !== undefined && !JSON.stringify(value).includes('__proto__');
}
