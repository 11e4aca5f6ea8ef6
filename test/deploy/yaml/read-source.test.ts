import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { TemplateError } from '../../../src/deploy/template-error.js';
import { readSource } from '../../../src/deploy/yaml/read-source.js';
import type { Dialect } from '../../../src/deploy/yaml/words.js';

const DIALECTS: readonly Dialect[] = ['yaml-1.1', 'js-yaml', 'yaml-1.2'];

/** JSON without keys that are refused. */
const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('__proto__'));

function read(text: string, dialect: Dialect = 'yaml-1.1'): unknown {
  return readSource(text, 'template.yaml', dialect).value;
}

const PROTO = 'The key "__proto__" would change what an object inherits. Remove it, or rename it.';

function errorOf(text: string): TemplateError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof TemplateError) return error;
  }
  throw new Error('This text is read.');
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
    ['an unknown tag', 'a: !Sup b', { a: 'b' }, ['a'], 'The tag "!Sup" is unknown. Its value is read as if it had no tag.'],
    [
      'a key that is a boolean',
      'Resources: {Off: 1}',
      { Resources: { Off: 1 } },
      ['Resources', 'Off'],
      'The key "Off" is a boolean in YAML. Put quotes around it.',
    ],
    ['a key that appears twice', 'a: 1\na: 2', { a: 2 }, ['a'], 'The key "a" appears twice. Only its last value counts.'],
  ])('notes %s', (_, text, value, path, what) => {
    expect(readSource(text, 'f', 'yaml-1.1')).toMatchObject({ file: 'f', value, notes: [{ path, what }] });
  });

  test.each(['a: ! on', 'a: !!str on', "'on': on", 'a: {"b": 1}', '{"a": 1}', '<<: {a: 1}'])('notes nothing about %s', (text) => {
    expect(readSource(text, 'f', 'yaml-1.1').notes).toEqual([]);
  });

  test('reads a word with a tag without a name as a string', () => {
    expect(read('! on')).toBe('on');
  });

  test('reads the words of JSON as JSON has them, whatever the dialect', () => {
    for (const dialect of DIALECTS) expect(read('\uFEFF \n{"a": 1e3, "b": on}', dialect)).toEqual({ a: 1000, b: 'on' });
    expect(read('a: on', 'yaml-1.2')).toEqual({ a: 'on' });
    expect(read('a: {b: on}', 'yaml-1.1')).toEqual({ a: { b: true } });
  });

  const NESTED = 'The values are nested more than 200 deep. Flatten them.';
  test.each([
    [
      'a bracket that is not closed',
      'a: [',
      'invalid-syntax',
      '',
      1,
      /This is neither YAML nor JSON: .+\. Check quotes, colons and indentation\.$/,
    ],
    [
      'two documents',
      'a: 1\n---\nb: 2',
      'invalid-syntax',
      '',
      2,
      'The file has more than one YAML document. Remove the line `---`, or split the file.',
    ],
    [
      'an alias without an anchor',
      '\na: *b',
      'invalid-syntax',
      'a',
      2,
      'The alias *b is inside its own value, or comes before it. Write &b before the alias.',
    ],
    [
      'an alias within its own value',
      'a: &a [*a]',
      'invalid-syntax',
      'a.0',
      1,
      'The alias *a is inside its own value, or comes before it. Write &a before the alias.',
    ],
    ['an object as a key', 'b:\n  ? {a: 1}\n  : 2', 'invalid-syntax', 'b', 2, 'A key must be a string. Write a string as the key.'],
    ['a merge of something else', 'b:\n  <<: 5', 'invalid-syntax', 'b', 2, '`<<` merges only objects. Write `<<: *name` with an object.'],
    [
      'a merge of some that are no objects',
      '<<: [{}, 5]',
      'invalid-syntax',
      '',
      1,
      '`<<` merges only objects. Write `<<: *name` with an object.',
    ],
    ['the key __proto__', 'a:\n  __proto__: 1', 'unsafe-key', 'a.__proto__', 2, PROTO],
    ['the key __proto__ in JSON', '{"a":{"__proto__":1}}', 'unsafe-key', 'a.__proto__', 1, PROTO],
    ['201 arrays in each other', `${'['.repeat(202)}${']'.repeat(202)}`, 'too-large', Array(201).fill('0').join('.'), 1, NESTED],
    ['20,000 arrays in each other', '['.repeat(20_000), 'too-large', '', 1, 'The values are nested too deeply. Flatten them.'],
    ['10 levels of 10 aliases each', bomb(), 'too-large', 'f.0', 6, 'The aliases expand to more than 200000 values. Write fewer aliases.'],
    [
      '11 million characters',
      'a'.repeat(11_000_000),
      'too-large',
      '',
      undefined,
      'The file has 11000000 characters; the limit is 10485760. Read the parts of the deployment one by one.',
    ],
  ])('refuses %s', (_, text, code, where, line, sentences) => {
    const error = errorOf(text);
    expect(error).toMatchObject({ name: 'TemplateError', code, line, file: 'template.yaml' });
    expect(error.where ?? '').toBe(where);
    expect(error.message).toMatch(sentences);
  });

  test('reads 200 arrays in each other, and as many values of aliases as it may', () => {
    const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
    expect(JSON.stringify(read(deep))).toBe(deep);
    const base = `a: &a [${Array(1998).fill('1')}]`;
    const aliases = (count: number): string => `${base}\nb: [${Array(count).fill('*a')}]`;
    expect(read(aliases(100))).toMatchObject({ b: { length: 100 } });
    expect(errorOf(aliases(101))).toMatchObject({ code: 'too-large' });
  });

  test('refuses a key that appears twice in serverless.yml, as js-yaml does', () => {
    expect(() => read('a: 1\na: 2', 'js-yaml')).toThrow(expect.objectContaining({ code: 'invalid-syntax', line: 2 }));
  });

  test('keeps the order of keys, with those that are merged first', () => {
    expect(JSON.stringify(read('{c: 1, <<: {a: 2, b: 3}, b: 4, d: 5}'))).toBe('{"a":2,"b":4,"c":1,"d":5}');
    expect(JSON.stringify(read('{200: a, x: b, ~: c}'))).toBe('{"200":"a","x":"b","~":"c"}');
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
