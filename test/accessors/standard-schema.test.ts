import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  BodyError,
  bodyJson,
  buildEvents,
  buildHttpEvent,
  buildRestEvent,
  claims,
  cookies,
  pathParameters,
  query,
  SchemaError,
  type StandardSchema,
} from '../../src/index.js';
import { everywhere } from './everywhere.js';

const INIT = { route: 'POST /users/{id}', query: 'page=2&tag=a&tag=b', headers: { Cookie: 'session=a%20b' } };
const event = buildHttpEvent({
  ...INIT,
  pathParameters: { id: 7 },
  json: { name: 'Ada', items: [{ price: 1 }] },
  authorizer: { jwt: { claims: { sub: 'ada' } } },
});

/** The same schemas in each library. */
const LIBRARIES = [
  [
    'zod',
    {
      body: z.object({ name: z.string(), items: z.array(z.object({ price: z.number() })) }),
      query: z.object({ page: z.coerce.number(), tag: z.array(z.string()) }),
      parameters: z.object({ id: z.coerce.number() }),
      cookies: z.object({ session: z.string() }),
      claims: z.object({ sub: z.string() }),
      numbers: z.object({ sub: z.number() }),
    },
  ],
  [
    'valibot',
    {
      body: v.object({ name: v.string(), items: v.array(v.object({ price: v.number() })) }),
      query: v.object({ page: v.pipe(v.string(), v.transform(Number)), tag: v.array(v.string()) }),
      parameters: v.object({ id: v.pipe(v.string(), v.transform(Number)) }),
      cookies: v.object({ session: v.string() }),
      claims: v.object({ sub: v.string() }),
      numbers: v.object({ sub: v.number() }),
    },
  ],
  [
    'arktype',
    {
      body: type({ name: 'string', items: type({ price: 'number' }).array() }),
      query: type({ page: 'string.numeric.parse', tag: 'string[]' }),
      parameters: type({ id: 'string.numeric.parse' }),
      cookies: type({ session: 'string' }),
      claims: type({ sub: 'string' }),
      numbers: type({ sub: 'number' }),
    },
  ],
] as const;

describe.each(LIBRARIES)('a schema of %s', (vendor, schemas) => {
  test('returns its output from every accessor', () => {
    expect(bodyJson(event, schemas.body)).toEqual({ name: 'Ada', items: [{ price: 1 }] });
    expect(query(event, schemas.query)).toEqual({ page: 2, tag: ['a', 'b'] });
    expect(pathParameters(event, schemas.parameters)).toEqual({ id: 7 });
    expect(cookies(event, schemas.cookies)).toEqual({ session: 'a b' });
    expect(claims(event, schemas.claims)).toEqual({ sub: 'ada' });
  });

  test('keeps its messages and paths in the error', () => {
    const value = { name: 'Ada', items: [{ price: 1 }, { price: 'free' }] };
    const schema: StandardSchema = schemas.body;
    const result = schema['~standard'].validate(value);
    const messages = 'issues' in result ? result.issues?.map(({ message }) => message) : undefined;
    const error = errorOf(() => bodyJson(buildRestEvent({ json: value }), schemas.body));
    expect(schema['~standard'].vendor).toBe(vendor);
    expect(error).toBeInstanceOf(SchemaError);
    expect(error).toMatchObject({ code: 'rejected-by-schema', status: 400, part: 'body', fix: 'Correct the values that `issues` lists.' });
    expect(error).toMatchObject({ issues: [{ message: messages?.[0], path: ['items', 1, 'price'] }] });
    expect(error).toMatchObject({ message: `Invalid body: items.1.price: ${messages?.[0]}` });
  });

  test.each([
    ['body', () => bodyJson(buildHttpEvent(), schemas.body)],
    ['query', () => query(buildHttpEvent({ query: 'page=2' }), schemas.query)],
    ['path', () => pathParameters(buildHttpEvent(), schemas.parameters)],
    ['cookies', () => cookies(buildHttpEvent(), schemas.cookies)],
    ['claims', () => claims(buildHttpEvent(), schemas.claims)],
    ['claims', () => claims(event, schemas.numbers)],
  ])('rejects a wrong %s', (part, call) => {
    expect(errorOf(call)).toMatchObject({ name: 'SchemaError', part, status: 400 });
  });
});

describe('an accessor with a schema', () => {
  test('returns the same for every API', () => {
    const init = { ...INIT, path: '/users/caf%C3%A9', json: [1] };
    for (const each of everywhere(init)) {
      expect(query(each, z.unknown())).toEqual({ page: '2', tag: ['a', 'b'] });
      expect(cookies(each, z.unknown())).toEqual({ session: 'a b' });
      expect(bodyJson(each, z.unknown())).toEqual([1]);
    }
  });

  test('throws a BodyError first if the body cannot be read', () => {
    expect(errorOf(() => bodyJson(buildHttpEvent({ body: '{' }), z.unknown()))).toBeInstanceOf(BodyError);
  });

  test('unwraps keys that a library wraps, and shows no path for an issue of the whole', () => {
    const reporting = (path?: readonly { key: PropertyKey }[]): StandardSchema => ({
      '~standard': { version: 1, vendor: 'own', validate: () => ({ issues: [{ message: 'No.', path }] }) },
    });
    expect(errorOf(() => claims(event, reporting([{ key: 'a' }, { key: 0 }])))).toMatchObject({
      message: 'Invalid claims: a.0: No.',
      issues: [{ path: ['a', 0] }],
    });
    expect(errorOf(() => claims(event, reporting()))).toMatchObject({ message: 'Invalid claims: No.', issues: [{ path: [] }] });
    const silent: StandardSchema = { '~standard': { version: 1, vendor: 'own', validate: () => ({ issues: [] }) } };
    expect(errorOf(() => claims(event, silent))).toMatchObject({ message: 'Invalid claims: ', issues: [] });
  });

  test.each([
    ['zod', z.unknown().refine(async () => true)],
    ['own, rejecting', { '~standard': { version: 1, vendor: 'own', validate: () => Promise.reject(new Error('later')) } } as const],
    [
      'valibot',
      v.pipeAsync(
        v.unknown(),
        v.checkAsync(async () => true),
      ),
    ],
  ])('throws a TypeError for an asynchronous schema: %s', (_, schema) => {
    const error = errorOf(() => bodyJson(event, schema));
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({
      code: 'invalid-argument',
      path: ['schema'],
      message: expect.stringContaining('`schema` must be synchronous'),
      fix: 'Move its asynchronous checks out of the schema.',
    });
  });

  test.each([[null], [0], ['schema'], [{}], [() => true], [{ '~standard': {} }]])(
    'throws a TypeError for %o, which is not a schema',
    (schema) => {
      const given = schema as unknown as StandardSchema; // what JavaScript can pass
      const reads: readonly ((of: typeof event, by: StandardSchema) => unknown)[] = [bodyJson, query, pathParameters, cookies, claims];
      for (const read of reads) {
        expect(errorOf(() => read(event, given))).toMatchObject({
          code: 'invalid-argument',
          path: ['schema'],
          fix: 'Pass a Standard Schema.',
        });
      }
    },
  );

  test('passes on what the schema throws', () => {
    const cause = new Error('a bug in the schema');
    const schema = v.pipe(
      v.unknown(),
      v.check(() => {
        throw cause;
      }),
    );
    expect(errorOf(() => query(event, schema))).toBe(cause);
  });

  test('leaves out the name `__proto__`, and reads names that every object inherits', () => {
    const strange = buildHttpEvent({ query: '__proto__=1&constructor=2&__proto__=3', headers: { Cookie: '__proto__=1; toString=2' } });
    expect(Object.entries(query(strange, z.custom<object>()))).toEqual([['constructor', '2']]);
    expect(Object.entries(cookies(strange, z.custom<object>()))).toEqual([['toString', '2']]);
  });
});

describe('pathParameters', () => {
  test('decodes the parameters of every API', () => {
    const {
      rest,
      'http-1.0': http1,
      'http-2.0': http2,
    } = buildEvents({ route: 'GET /users/{id}/{rest+}', path: '/users/caf%C3%A9/a%20b/c' });
    for (const each of [rest, http1, http2]) expect(pathParameters(each)).toEqual({ id: 'café', rest: 'a b/c' });
  });

  test('decodes once', () => {
    const { rest, 'http-1.0': http1, 'http-2.0': http2 } = buildEvents({ route: 'GET /{id}', path: '/100%2525' });
    for (const each of [rest, http1, http2]) expect(pathParameters(each)).toEqual({ id: '100%25' });
  });

  test('returns an empty object without parameters', () => {
    for (const each of everywhere({})) expect(pathParameters(each)).toEqual({});
  });

  test('ignores the name `__proto__` and values that are not strings', () => {
    const parameters = JSON.parse('{"__proto__": "a", "n": 1, "constructor": "b"}');
    expect(Object.entries(pathParameters({ ...event, pathParameters: parameters }))).toEqual([['constructor', 'b']]);
  });
});

function errorOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error;
  }
}
