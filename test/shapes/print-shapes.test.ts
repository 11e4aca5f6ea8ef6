import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { filesIn } from '../files.js';
import { printShapes } from './print-shapes.js';
import { writeShapes } from './write-shapes.js';

const folder = mkdtempSync(join(tmpdir(), 'shapes-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('writeShapes', () => {
  const paths = writeShapes(folder);

  test.each(paths)('prints %s as it is checked in (to update it: npm run shapes)', (path) => {
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(folder, path), 'utf8'));
  });

  test('prints every file that has its header', () => {
    const files = [...filesIn('src/guards', '.ts'), ...filesIn('src/schemas', '.ts')];
    const printed = files.filter((file) => readFileSync(file, 'utf8').startsWith('// Generated from'));
    expect(printed.sort()).toEqual([...paths].sort());
  });
});

describe('printShapes', () => {
  test.each([
    ['a string', 'a: string', "typeof value.a === 'string'", 'a: z.string()'],
    ['a number', 'a: number', 'isNumber(value.a)', 'a: z.number()'],
    ['a boolean', 'a: boolean', "typeof value.a === 'boolean'", 'a: z.boolean()'],
    ['a literal', "a: 'b'", "value.a === 'b'", "a: z.literal('b')"],
    ['literals, in alphabetical order', "a: 'c' | 'b'", "(value.a === 'b' || value.a === 'c')", "a: z.enum(['b', 'c'])"],
    ['an optional key', 'a?: string', "(typeof value.a === 'string' || !('a' in value))", 'a: exactOptional(z.string())'],
    ['null', 'a: string | null', 'isStringOrNull(value.a)', 'a: z.string().nullable()'],
    [
      'null and an optional key',
      'a?: number | null',
      "(value.a === null || isNumber(value.a) || !('a' in value))",
      'a: exactOptional(z.number().nullable())',
    ],
    [
      'options, cheap ones first',
      'a: { [b: string]: string | undefined } | string | null',
      "(value.a === null || typeof value.a === 'string' || isStringMap(value.a))",
      'a: z.union([z.string(), stringMap(), z.null()])',
    ],
    ['a boolean, number or string', 'a: string | number | boolean', 'isScalar(value.a)', 'a: scalar()'],
    ['a list of strings', 'a: string[]', 'isStringList(value.a)', 'a: z.array(z.string())'],
    ['any object', 'a: { [b: string]: unknown }', 'isObject(value.a)', 'a: z.looseObject({})'],
    ['a list without a check in fields.ts', 'a: number[]', 'isAList(value.a)', 'a: z.array(z.number())'],
    ['a map without a check in fields.ts', 'a: { [b: string]: number }', 'isAMap(value.a)', 'a: mapOf(z.number())'],
    [
      'an object without a name',
      'inner?: { a: string }',
      "(isInner(value.inner) || !('inner' in value))",
      'inner: exactOptional(object(inner))',
    ],
    ['a list of named objects', 'list: Other[]', 'isListList(value.list)', 'list: z.array(object(other))'],
    ['Omit', "rest: Omit<Other, 'b'>", 'isRest(value.rest)', 'rest: object(rest)'],
  ])('prints %s', (_, field, guard, schema) => {
    const { guards, schemas } = print(`export interface Sample { ${field} } interface Other { b: string; c: number }`);
    expect(guards).toContain(`return isObject<Sample>(value) && ${guard}`);
    expect(schemas).toContain(`return ({ ${schema} });`);
  });

  test('prints distinguishing fields first and inherited fields last', () => {
    const { guards, schemas } = print(`
      interface Base { a: string }
      export interface Sample extends Base { b: string; kind: 'sample'; inner: { kind: 'inner' } }
    `);
    expect(guards).toContain("value.kind === 'sample' && isInner(value.inner) && typeof value.b === 'string' && isBase(value);");
    expect(schemas).toContain('{ ...base(), b: z.string(), ');
  });

  test('prints all fields of an interface that changes an inherited one', () => {
    const { guards } = print('interface Base { a: string | null; b: string } export interface Sample extends Base { a: string }');
    expect(guards).toContain("isObject<Sample>(value) && typeof value.a === 'string' && typeof value.b === 'string';");
  });

  test('prints a guard and a schema that reject any other object if all fields are optional', () => {
    const { guards, schemas } = print('export interface Sample { a?: string; b?: Part } interface Part { c?: string }');
    expect(guards).toContain(" && ('a' in value || 'b' in value || isEmpty(value));");
    expect(guards).not.toContain("'c' in value ||");
    expect(schemas).toContain('() => withSomeField(object(sample))');
    expect(schemas.match(/withSomeField\(/g)).toHaveLength(1);
  });

  test('prints an index signature as an open object', () => {
    const { schemas } = print('export interface Sample { a: string; [key: string]: unknown }');
    expect(schemas).toContain('() => openObject(sample)');
  });

  test('prints a type with the defaults of its type parameters', () => {
    const { guards } = print('export type Sample<T = One> = T; interface One { a: string }');
    expect(guards).toContain("value is Sample { return isObject<Sample>(value) && typeof value.a === 'string'; }");
  });

  test('prints the types of another file into that file', () => {
    const texts = {
      'sample.ts': "import type { Part } from './part.js'; export interface Sample { part: Part }",
      'part.ts': 'export interface Part { a: string }',
    };
    const printed = printShapes([{ name: 'Sample', file: 'sample', example: '{}' }], texts);
    expect([...printed.keys()]).toEqual(['src/guards/sample.ts', 'src/schemas/sample.ts', 'src/guards/part.ts', 'src/schemas/part.ts']);
    expect(printed.get('src/guards/sample.ts')).toContain("import { isPart } from './part.js';");
    expect(printed.get('src/guards/part.ts')).toContain('export function isPart(value: unknown): value is Part');
    expect(printed.get('src/schemas/part.ts')).toContain('export function part()');
  });

  test.each([
    ['a function', 'a: () => void', 'Cannot print () => void'],
    ['a tuple', 'a: [string, string]', 'Cannot print [string, string]'],
    ['a class of the platform', 'a: Date', 'Cannot print Date'],
    ['a number literal', 'a: 1', 'Cannot print 1'],
    ['an intersection', 'a: { b: string } & Other', 'Cannot print { b: string; } & Other'],
    ['any', 'a: any', 'Cannot print any'],
    ['unknown', 'a: unknown', 'Cannot print unknown'],
    ['an index signature beside fields', 'a: string; [key: string]: string', 'Cannot print Sample: the type of its unknown keys'],
    ['two objects without a name in one field', 'a: ({ b: string } | { c: string })[]', 'Cannot print two types as A into sample.ts'],
  ])('rejects %s', (_, field, message) => {
    expect(() => print(`export interface Sample { ${field} } interface Other { b: string }`)).toThrow(message);
  });

  test('rejects a type that doesn’t exist', () => {
    expect(() => printShapes([{ name: 'Sampel', file: 'proxy-event', example: '{}' }])).toThrow("has no exported member 'Sampel'");
  });
});

/** Prints the type `Sample` in a file of its own. */
function print(text: string): { guards: string; schemas: string } {
  const printed = printShapes([{ name: 'Sample', file: 'sample', example: '{}' }], { 'sample.ts': text });
  return { guards: printed.get('src/guards/sample.ts') ?? '', schemas: printed.get('src/schemas/sample.ts') ?? '' };
}
