import { describe, expect, test } from 'vitest';
import { attributeValue } from '../../../src/deploy/intrinsics/arn-shapes.js';
import { createBudget, spendCharacters, spendFile, spendValues } from '../../../src/deploy/intrinsics/budget.js';
import { createMoves } from '../../../src/deploy/intrinsics/moves.js';
import { readParameters } from '../../../src/deploy/intrinsics/parameters.js';
import type { Scope } from '../../../src/deploy/intrinsics/scope.js';
import { filePathOf, inside, pathOf, replaced, spotOf } from '../../../src/deploy/intrinsics/spot.js';
import { joinValues, listPieces, placeholder, splitValue, textOf } from '../../../src/deploy/intrinsics/text.js';

/** A part of a text that only AWS knows. */
const open = (text: string): { readonly $unresolved: string } => ({ $unresolved: text });
const ref = (name: string): string => `\${${name}}`;

describe('a budget', () => {
  test.each<[string, (count: number) => void, number, object]>([
    [
      'values',
      (count) => spendValues(count, createBudget()),
      4_000_000,
      { reason: /more than 4 million values\./, fix: 'Split it into smaller templates.' },
    ],
    [
      'characters',
      (count) => spendCharacters(count, createBudget()),
      64_000_000,
      { reason: /more than 64 million characters\./, fix: 'Remove repeated references to long strings.' },
    ],
    [
      'files',
      (count) => {
        const budget = createBudget();
        for (let file = 0; file < count; file += 1) spendFile(budget);
      },
      100,
      { reason: /more than 100 files\./, fix: 'Check that no file includes itself.' },
    ],
  ])('of %s is spent up to the last one', (_, spend, most, { reason, fix }: { reason?: RegExp; fix?: string }) => {
    expect(() => spend(most)).not.toThrow();
    expect(() => spend(most + 1)).toThrow(
      expect.objectContaining({ code: 'too-large', message: expect.stringMatching(reason ?? ''), fix }),
    );
  });

  test('is used up by many small parts, too', () => {
    const budget = createBudget();
    spendValues(3_999_999, budget);
    spendValues(1, budget);
    expect(() => spendValues(1, budget)).toThrow('4 million');
  });
});

describe('the attribute of a resource', () => {
  const TYPES = ['Function', 'Alias', 'Version'].map((name) => `AWS::Lambda::${name}`);
  const scope = {
    prefix: 'Stack.',
    resources: Object.fromEntries(
      [...TYPES, 'AWS::Serverless::Function', 'AWS::DynamoDB::Table', 'constructor'].map((type) => [type, { Type: type }]),
    ),
    pseudoParameters: { 'AWS::Partition': 'aws-cn', 'AWS::Region': 'cn-north-1', 'AWS::AccountId': '1' },
  } as unknown as Scope; // nothing else is read

  test.each([
    ['AWS::Lambda::Function', ['Arn', 'SnapStartResponse.Arn']],
    ['AWS::Lambda::Alias', ['Ref', 'AliasArn']],
    ['AWS::Lambda::Version', ['Ref', 'FunctionArn']],
    ['AWS::Serverless::Function', ['Arn', 'Alias', 'Version']],
    ['AWS::DynamoDB::Table', []],
    ['constructor', []],
    ['no resource', []],
  ])('of %s is the ARN of a function: %j', (id, names) => {
    const all = ['Arn', 'SnapStartResponse.Arn', 'Ref', 'AliasArn', 'FunctionArn', 'Alias', 'Version', 'Name'];
    for (const name of all) {
      const plain = open(name === 'Ref' ? ref(`Stack.${id}`) : ref(`Stack.${id}.${name}`));
      const arn = open(`arn:aws-cn:lambda:cn-north-1:1:function:${ref(`Stack.${id}`)}`);
      expect(attributeValue(id, name, scope), name).toEqual(names.includes(name) ? arn : plain);
    }
  });
});

describe('a text that only AWS knows in part', () => {
  test('is split into its literals and placeholders', () => {
    expect(listPieces(`a${ref('B')}c`)).toEqual(['a', open(ref('B')), 'c']);
    expect(listPieces(ref('B'))).toEqual([open(ref('B'))]);
    expect(listPieces('')).toEqual([]);
    expect(listPieces(`${ref('!A')}${ref('B')}`)).toEqual([ref('A'), open(ref('B'))]);
  });

  test('is joined from them', () => {
    expect(joinValues([])).toBe('');
    expect(joinValues(['a', 'b'])).toBe('ab');
    expect(joinValues([ref('a'), open(ref('B'))])).toEqual(open(`${ref('!a')}${ref('B')}`));
  });

  test('is split at a delimiter, but not inside a placeholder', () => {
    expect(splitValue('a/b', '/')).toEqual(['a', 'b']);
    expect(splitValue('a/b', '')).toEqual(['a/b']);
    expect(splitValue(open(`a/${ref('B/C')}/d`), '/')).toEqual(['a', open(ref('B/C')), 'd']);
    expect(splitValue(open(`a${ref('B')}`), '')).toEqual([open(`a${ref('B')}`)]);
    expect(splitValue(open(`/${ref('B')}`), '/')).toEqual(['', open(ref('B'))]);
  });

  test('is written with its literals as they are', () => {
    expect(textOf('a')).toBe('a');
    expect(textOf(open(`${ref('!a')}${ref('B')}`))).toBe(`${ref('a')}${ref('B')}`);
    expect(placeholder('a{b}$c')).toEqual(open(ref('abc')));
  });
});

describe('a place in a template', () => {
  test('has a path when everything is evaluated, and one in the file', () => {
    const branch = replaced(inside(spotOf(['Resources', 'A']), 'Name'), 'Fn::If', '1');
    const item = inside(branch, '0', ['2']);
    expect([pathOf(item), filePathOf(item), item.depth]).toEqual([
      ['Resources', 'A', 'Name', '0'],
      ['Resources', 'A', 'Name', 'Fn::If', '1', '2'],
      5,
    ]);
    expect([pathOf(undefined), filePathOf(undefined)]).toEqual([[], []]);
    expect(replaced(branch, 'x').keys).toEqual(['Name', 'Fn::If', '1', 'x']);
  });

  test('was moved by the longest part of its path, from a merge and from a choice', () => {
    const moves = createMoves();
    expect(moves.placeOf(['a', 'b'])).toEqual(['a', 'b']);
    moves.addMerged(['a'], ['Globals']);
    moves.addMerged(['a', 'b'], ['Globals', 'X']);
    moves.addChosen(['Globals', 'X'], ['Y']);
    moves.addChosen(['ab'], ['no']);
    expect([['a', 'b', 'c'], ['a', 'd'], ['a', 'b'], ['e'], []].map((path) => moves.placeOf(path))).toEqual([
      ['Y', 'c'],
      ['Globals', 'd'],
      ['Y'],
      ['e'],
      [],
    ]);
  });
});

describe('readParameters', () => {
  const declared = {
    Text: { Default: 5 },
    List: { Type: 'List<Number>', Default: '1, 2' },
    Names: { Type: 'CommaDelimitedList', Default: 'a' },
    Secret: { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/x' },
    Empty: { Type: 'String', Default: null },
    Map: { Type: 'String', Default: { $unresolved: 'x' } },
    Odd: 5,
    Word: { Type: 'String', Default: 'z', AllowedValues: ['a', 1] },
  };

  test('returns what parameters stand for', () => {
    expect(Object.fromEntries(readParameters(declared, {}))).toEqual({
      Text: '5',
      List: ['1', '2'],
      Names: ['a'],
      Secret: open(ref('Secret')),
      Empty: open(ref('Empty')),
      Map: { $unresolved: 'x' },
      Odd: open(ref('Odd')),
      Word: 'z', // CloudFormation looks at a default when it creates a stack
    });
    expect(readParameters(declared, { Secret: 'a,b', Word: '1' }).get('Secret')).toEqual(['a', 'b']);
    expect(readParameters(undefined, {}).size).toBe(0);
  });

  test.each([
    [{ Word: 'b' }, 'parameters.Word', 'b', 'The parameter `Word` can\'t be "b". Pass one of the template\'s AllowedValues: a, 1.'],
    [{ Wrd: 'a' }, 'parameters.Wrd', 'Wrd', 'The template has no parameter "Wrd". Did you mean `Word`?'],
  ])('rejects %j', (given, where, value, message) => {
    expect(() => readParameters(declared, given)).toThrow(
      expect.objectContaining({ code: 'invalid-option', where, value, message: expect.stringContaining(message) }),
    );
  });
});
