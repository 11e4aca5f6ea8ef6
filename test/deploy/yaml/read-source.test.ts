import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readSource } from '../../../src/deploy/yaml/read-source.js';
import type { Dialect } from '../../../src/deploy/yaml/words.js';

const DIALECTS: readonly Dialect[] = ['yaml-1.1', 'js-yaml', 'yaml-1.2'];

/** JSON without keys that are refused. */
const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('__proto__'));

function read(text: string, dialect: Dialect = 'yaml-1.1'): unknown {
  return readSource(text, 'template.yaml', dialect).value;
}

describe('readSource', () => {
  test('returns what JSON.parse returns', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.constantFrom(...DIALECTS), fc.nat(2), (value, dialect, indent) => {
        fc.pre(!Object.hasOwn(value, '__proto__'));
        const text = JSON.stringify(value, null, indent);
        expect(read(text, dialect)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('returns what a writer of YAML wrote', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(read(stringify(value, { version: '1.2' }), 'yaml-1.2')).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('throws nothing but TemplateError, whatever the text', () => {
    const text = fc.array(
      fc.constantFrom(
        'a',
        ': ',
        '- ',
        '\n',
        '  ',
        '&x ',
        '*x',
        '!Sub ',
        '!',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        '<<',
        '? ',
        '|',
        '#',
        '---',
        '\t',
      ),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...DIALECTS), (words, dialect) => {
        try {
          JSON.stringify(readSource(words.join(''), 'f', dialect).value);
        } catch (error) {
          expect(error).toMatchObject({ name: 'TemplateError', fix: expect.any(String) });
        }
      }),
    );
  });

  test.each([
    ['!Ref A', { Ref: 'A' }],
    ['!Condition A', { Condition: 'A' }],
    ['!GetAtt A.B.C', { 'Fn::GetAtt': ['A', 'B.C'] }],
    ['!GetAtt [A, B]', { 'Fn::GetAtt': ['A', 'B'] }],
    ["!Sub ''", { 'Fn::Sub': '' }],
    ["!Sub '5'", { 'Fn::Sub': '5' }],
    ['!Ref on', { Ref: 'on' }],
    ['!Ref', { Ref: '' }],
    ["!!int '5'", 5],
    ['a:', { a: null }],
    ['|\n  5\n', '5\n'],
    ['!If [a, !Ref b, !Sub c]', { 'Fn::If': ['a', { Ref: 'b' }, { 'Fn::Sub': 'c' }] }],
    ['!Transform {Name: AWS::Include}', { 'Fn::Transform': { Name: 'AWS::Include' } }],
    ['!!str 012', '012'],
    ["'on'", 'on'],
    ['on', true],
    ['{<<: {a: 1, b: 2}, b: 3}', { a: 1, b: 3 }],
    ['{<<: [{a: 1}, {a: 2, b: 2}]}', { a: 1, b: 2 }],
    ["{'<<': 1}", { '<<': 1 }],
    ['{200: a, 1.0: b}', { 200: 'a', '1.0': 'b' }],
  ])('reads %s', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  test.each([
    ['an unknown tag', 'a: !Sup b', { a: 'b' }, ['a']],
    ['a key that is a boolean', 'Resources: {Off: 1}', { Resources: { Off: 1 } }, ['Resources', 'Off']],
    ['a key that appears twice', 'a: 1\na: 2', { a: 2 }, ['a']],
  ])('notes %s', (_, text, value, path) => {
    expect(readSource(text, 'f', 'yaml-1.1')).toMatchObject({ value, notes: [{ path, what: expect.any(String) }] });
  });

  test.each([
    ['a bracket that is not closed', 'a: [', 'invalid-syntax', 1],
    ['two documents', 'a: 1\n---\nb: 2', 'invalid-syntax', 2],
    ['an alias without an anchor', '\na: *b', 'invalid-syntax', 2],
    ['an alias within its own value', 'a: &a [*a]', 'invalid-syntax', 1],
    ['an object as a key', '? {a: 1}\n: 2', 'invalid-syntax', 1],
    ['a merge of something else', '<<: 5', 'invalid-syntax', 1],
    ['the key __proto__', 'a:\n  __proto__: 1', 'unsafe-key', 2],
    ['the key __proto__ in JSON', '{"a":{"__proto__":1}}', 'unsafe-key', 1],
    ['300 arrays in each other', `${'['.repeat(300)}${']'.repeat(300)}`, 'too-large', 1],
    ['100,000 arrays in each other', '['.repeat(100_000), 'too-large', 1],
    ['10 levels of 10 aliases each', bomb(), 'too-large', 6],
    ['11 million characters', 'a'.repeat(11_000_000), 'too-large', undefined],
  ])('refuses %s', (_, text, code, line) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'TemplateError', code, line, fix: expect.any(String) }));
  });

  test('refuses a key that appears twice in serverless.yml, as js-yaml does', () => {
    expect(() => read('a: 1\na: 2', 'js-yaml')).toThrow(expect.objectContaining({ code: 'invalid-syntax', line: 2 }));
  });

  test('finds the line of a path', () => {
    const { lineOf } = readSource('a: &x\n  b:\n    - c\n    - !Sub d\ne: *x\n', 'f', 'yaml-1.1');
    const paths = [['a'], ['a', 'b'], ['a', 'b', '1'], ['a', 'b', '1', 'Fn::Sub'], ['e', 'b', '0'], ['a', 'zz', 'y'], ['zz'], []];
    expect(paths.map(lineOf)).toEqual([1, 2, 4, 4, 3, 1, undefined, 1]);
  });
});

/** Ten values, each of which has ten aliases of the one before. */
function bomb(): string {
  const names = [...'abcdefghij'];
  return names.map((name, index) => `${name}: &${name} [${Array(10).fill(index === 0 ? '1' : `*${names[index - 1]}`)}]`).join('\n');
}
