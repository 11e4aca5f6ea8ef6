import { describe, expect, test } from 'vitest';
import { type Deployment, TemplateError } from '../../../src/deploy/index.js';
import type { ReadTemplateOptions } from '../../../src/deploy/options.js';
import { readResources, readText, say } from '../template.js';

const SECTIONS = {
  Parameters: {
    Stage: { Type: 'String', Default: 'beta', AllowedValues: ['beta', 'live'] },
    Size: { Type: 'Number', Default: 3 },
    Names: { Type: 'CommaDelimitedList', Default: 'a, b,c' },
    Secret: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/path' },
    Open: { Type: 'String' },
    Key: { Type: 'String', Default: 'memory' },
  },
  Mappings: { Sizes: { live: { memory: 512, names: ['x', 'y'] } } },
  Conditions: {
    IsBeta: { 'Fn::Equals': [{ Ref: 'Stage' }, 'beta'] },
    IsLive: { 'Fn::Not': [{ Condition: 'IsBeta' }] },
    Both: { 'Fn::And': [{ Condition: 'IsBeta' }, { Condition: 'IsLive' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsLive' }, { Condition: 'IsBeta' }] },
    Unknown: { 'Fn::Equals': [{ Ref: 'Open' }, 'a'] },
    SurelyFalse: { 'Fn::And': [{ Condition: 'IsLive' }, { 'Fn::Equals': [{ Ref: 'Open' }, 'a'] }] },
    Joined: { 'Fn::Not': [{ 'Fn::Equals': [{ 'Fn::Join': ['-', [{ Ref: 'Secret' }, { Ref: 'Open' }]] }, 'a-b'] }] },
    Imported: { 'Fn::Equals': [{ 'Fn::ImportValue': 'shared-stage' }, 'live'] },
    Circle: { 'Fn::Not': [{ Condition: 'Circle' }] },
  },
};

/** Evaluates a value as the environment variable of a function. */
function read(value: unknown, options: ReadTemplateOptions = {}): Deployment {
  const other = { Type: 'AWS::Lambda::Function', Properties: { Code: './b' } };
  const properties = { Code: './a', Environment: { Variables: { V: value } } };
  return readResources({ Fn: { Type: 'AWS::Lambda::Function', Properties: properties }, Other: other }, options, SECTIONS);
}

function evaluate(value: unknown, options?: ReadTemplateOptions): unknown {
  const found = read(value, { region: 'eu-west-1', ...options }).functions['Fn']?.environment?.['V'];
  return typeof found === 'object' ? [found.$unresolved] : found;
}

describe('an intrinsic function', () => {
  test.each<[name: string, value: unknown, expected: string]>([
    ['Ref of a parameter', { Ref: 'Stage' }, 'beta'],
    ['Ref of a number', { Ref: 'Size' }, '3'],
    ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-1'],
    ['Sub of all kinds', { 'Fn::Sub': `\${Stage}.\${AWS::URLSuffix}/\${!Stage}` }, `beta.amazonaws.com/\${Stage}`],
    ['Sub with values', { 'Fn::Sub': [`\${a}-\${Stage}`, { a: { Ref: 'AWS::Partition' } }] }, 'aws-beta'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 1]] }, 'a-beta-1'],
    ['Join of a list parameter', { 'Fn::Join': ['+', { Ref: 'Names' }] }, 'a+b+c'],
    ['Select of a list parameter', { 'Fn::Select': [1, { Ref: 'Names' }] }, 'b'],
    ['Select with an index in a string', { 'Fn::Select': ['2', { Ref: 'Names' }] }, 'c'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', 'live', 'memory'] }, '512'],
    ['FindInMap with a default', { 'Fn::FindInMap': ['Sizes', 'test', 'memory', { DefaultValue: 'none' }] }, 'none'],
    ['If that is true', { 'Fn::If': ['IsBeta', 'yes', 'no'] }, 'yes'],
    ['If that is false', { 'Fn::If': ['IsLive', 'yes', 'no'] }, 'no'],
    ['If of And', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
    ['If of Or', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
    ['If of an And with one false part', { 'Fn::If': ['SurelyFalse', 'yes', 'no'] }, 'no'],
    ['If in If', { 'Fn::If': ['IsBeta', { 'Fn::If': ['IsLive', 'a', 'b'] }, 'c'] }, 'b'],
    ['Length', { 'Fn::Length': { Ref: 'Names' } }, '3'],
    ['ToJsonString', { 'Fn::ToJsonString': { a: { Ref: 'Stage' } } }, '{"a":"beta"}'],
    ['the region in the ARN of a function', { 'Fn::Select': [3, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Other', 'Arn'] }] }] }, 'eu-west-1'],
    ['Split with values that are no strings', { 'Fn::Select': ['0', { 'Fn::Split': ['0', 105] }] }, '1'],
    ['Select of the first value', { 'Fn::Select': [0, ['a', 'b']] }, 'a'],
    ['Join without values', { 'Fn::Join': ['-', []] }, ''],
    ['FindInMap of a list', { 'Fn::Join': ['-', { 'Fn::FindInMap': ['Sizes', 'live', 'names'] }] }, 'x-y'],
    ['FindInMap with functions as keys', { 'Fn::FindInMap': ['Sizes', { 'Fn::Join': ['', ['li', 've']] }, { Ref: 'Key' }] }, '512'],
    ['FindInMap with a fourth value that is no default', { 'Fn::FindInMap': ['Sizes', 'live', 'memory', 'x'] }, '512'],
    ['Sub of a name with spaces', { 'Fn::Sub': `\${ Stage }` }, 'beta'],
    ['Sub with a value that hides a parameter', { 'Fn::Sub': [`\${Stage}`, { Stage: 'own' }] }, 'own'],
    ['Sub without a name', { 'Fn::Sub': '$ {a} $' }, '$ {a} $'],
    ['ToJsonString of a list', { 'Fn::ToJsonString': [1, null] }, '[1,null]'],
    ['ToJsonString of nothing', { 'Fn::ToJsonString': { Ref: 'AWS::NoValue' } }, 'null'],
    ['Length of nothing', { 'Fn::Length': [] }, '0'],
    ['Not of what is false', { 'Fn::If': ['IsLive', 'a', { 'Fn::If': ['Either', 'b', 'c'] }] }, 'b'],
  ])('returns its value: %s', (_, value, expected) => {
    expect(evaluate(value)).toBe(expected);
  });

  test.each<[name: string, value: unknown, placeholder: string]>([
    ['Ref of a resource', { Ref: 'Table' }, `\${Table}`],
    ['Ref of a parameter without a default', { Ref: 'Open' }, `\${Open}`],
    ['Ref of an SSM parameter', { Ref: 'Secret' }, `\${Secret}`],
    ['GetAtt', { 'Fn::GetAtt': ['Table', 'Arn'] }, `\${Table.Arn}`],
    ['GetAtt of a nested attribute', { 'Fn::GetAtt': 'Table.A.B' }, `\${Table.A.B}`],
    ['Sub', { 'Fn::Sub': `https://\${Table}/\${Stage}/\${!a}` }, `https://\${Table}/beta/\${!a}`],
    ['Join', { 'Fn::Join': ['', ['a', { Ref: 'Table' }]] }, `a\${Table}`],
    ['ImportValue', { 'Fn::ImportValue': { 'Fn::Sub': `\${Stage}-table` } }, `\${import:beta-table}`],
    ['a dynamic reference', '{{resolve:ssm:/a}}', '{{resolve:ssm:/a}}'],
    ['a dynamic reference in Sub', { 'Fn::Sub': `{{resolve:ssm:/\${Stage}}}` }, '{{resolve:ssm:/beta}}'],
    [
      'a part of what only AWS knows',
      { 'Fn::Select': [3, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Table', 'StreamArn'] }] }] },
      `\${Fn::Select}`,
    ],
    ['the ARN of a function', { 'Fn::GetAtt': ['Other', 'Arn'] }, `arn:aws:lambda:eu-west-1:123456789012:function:\${Other}`],
    ['another attribute of a function', { 'Fn::GetAtt': ['Other', 'Version'] }, `\${Other.Version}`],
    ['Ref of a function', { Ref: 'Other' }, `\${Other}`],
    ['an attribute in Sub', { 'Fn::Sub': `a:\${Table.Arn}` }, `a:\${Table.Arn}`],
    ['Join of what only AWS knows', { 'Fn::Join': [',', { 'Fn::GetAtt': ['Table', 'Names'] }] }, `\${Fn::Join.Table.Names}`],
    ['Select of what only AWS knows', { 'Fn::Select': [0, { 'Fn::GetAtt': ['Table', 'Names'] }] }, `\${Fn::Select.Table.Names}`],
    [
      'Select of a part before what only AWS knows',
      { 'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::Join': ['', ['a/b', { Ref: 'Table' }, '/c']] }] }] },
      `b\${Table}`,
    ],
    ['a value with a dollar beside what only AWS knows', { 'Fn::Join': ['', [`\${a}`, { Ref: 'Table' }]] }, `\${!a}\${Table}`],
    ['Base64', { 'Fn::Base64': 'a' }, `\${Fn::Base64}`],
    ['GetAZs', { 'Fn::GetAZs': '' }, `\${Fn::GetAZs}`],
    ['Cidr', { 'Fn::Cidr': ['10.0.0.0/16', 1, 8] }, `\${Fn::Cidr}`],
    ['ImportValue of nothing', { 'Fn::ImportValue': [] }, `\${import:undefined}`],
  ])('leaves a placeholder for what only AWS knows: %s', (_, value, placeholder) => {
    expect(evaluate(value)).toEqual([placeholder]);
    expect(say(read(value).unsupported)).toEqual([]);
  });

  test('removes a variable with AWS::NoValue', () => {
    expect(evaluate({ 'Fn::If': ['IsLive', 'a', { Ref: 'AWS::NoValue' }] })).toBeUndefined();
  });

  test.each<[name: string, value: unknown, message: string]>([
    ['an unknown function', { 'Fn::Upper': 'a' }, 'The function `Fn::Upper` is unknown.'],
    ['an unknown macro', { 'Fn::Transform': { Name: 'Own' } }, 'The macro `Own` runs on AWS only.'],
    ['a missing mapping', { 'Fn::FindInMap': ['Sizes', 'a', 'b'] }, "The mappings don't have Sizes.a.b."],
    ['a wrong Join', { 'Fn::Join': ['-'] }, '`Fn::Join` must have a delimiter and an array of strings.'],
    ['a wrong Select', { 'Fn::Select': [9, ['a']] }, '`Fn::Select` must have the index of a value and an array.'],
    ['a wrong If', { 'Fn::If': ['IsBeta'] }, '`Fn::If` must have the name of a condition and two values.'],
    ['a Join of an object', { 'Fn::Join': ['-', ['a', {}]] }, '`Fn::Join` must have a delimiter and an array of strings.'],
    ['a Join without a delimiter', { 'Fn::Join': [{ Ref: 'Table' }, ['a']] }, '`Fn::Join` must have a delimiter and an array of strings.'],
    ['a Join that is no array', { 'Fn::Join': 'a' }, '`Fn::Join` must have a delimiter and an array of strings.'],
    ['a Split of a list', { 'Fn::Split': ['-', ['a']] }, '`Fn::Split` must have a delimiter and a string.'],
    ['a Split without a delimiter', { 'Fn::Split': [{}, 'a'] }, '`Fn::Split` must have a delimiter and a string.'],
    ['a Select before the first', { 'Fn::Select': [-1, ['a']] }, '`Fn::Select` must have the index of a value and an array.'],
    ['a Select after the last', { 'Fn::Select': [1, ['a']] }, '`Fn::Select` must have the index of a value and an array.'],
    ['a Select between two', { 'Fn::Select': [0.5, ['a', 'b']] }, '`Fn::Select` must have the index of a value and an array.'],
    ['a Select of a text', { 'Fn::Select': [0, 'a'] }, '`Fn::Select` must have the index of a value and an array.'],
    ['a Sub of an object', { 'Fn::Sub': {} }, '`Fn::Sub` must have a string.'],
    ['a Sub with a list', { 'Fn::Sub': [`\${a}`, { a: ['b'] }] }, `\`Fn::Sub\` needs a string for \`\${a}\`.`],
    ['a Ref of a number', { Ref: 5 }, '`Ref` must have the name of a parameter or a resource.'],
    ['a GetAtt without an attribute', { 'Fn::GetAtt': ['Table'] }, '`Fn::GetAtt` must have a logical id and the name of an attribute.'],
    ['a GetAtt with a number', { 'Fn::GetAtt': ['Table', 5] }, '`Fn::GetAtt` must have a logical id and the name of an attribute.'],
    ['a GetAtt of an object', { 'Fn::GetAtt': {} }, '`Fn::GetAtt` must have a logical id and the name of an attribute.'],
    ['a Length of a text', { 'Fn::Length': 'a' }, '`Fn::Length` must have an array.'],
    ['an If with a condition as an object', { 'Fn::If': [{}, 'a', 'b'] }, '`Fn::If` must have the name of a condition and two values.'],
    ['an If that is no array', { 'Fn::If': 'IsBeta' }, '`Fn::If` must have the name of a condition and two values.'],
    ['an If with three values', { 'Fn::If': ['IsBeta', 'a', 'b', 'c'] }, '`Fn::If` must have the name of a condition and two values.'],
    [
      'a missing mapping of an object',
      { 'Fn::FindInMap': ['Sizes', 'constructor', 'name'] },
      "The mappings don't have Sizes.constructor.name.",
    ],
    ['a FindInMap that is no array', { 'Fn::FindInMap': 'Sizes' }, "The mappings don't have undefined.undefined.undefined."],
    ['a macro without a name', { 'Fn::Transform': [] }, 'The macro `undefined` runs on AWS only.'],
    ['a missing condition', { 'Fn::If': ['Nope', 'a', 'b'] }, "The condition `Nope` isn't in the template. It counts as true."],
  ])('reports a mistake where it stands: %s', (_, value, message) => {
    expect(say(read(value).unsupported)).toContain(`Resources.Fn.Properties.Environment.Variables.V: ${message}`);
  });

  const counts = 'It counts as true.';
  test.each([
    ['Unknown', `depends on \`\${Open}\`, which only AWS knows. ${counts} Set the option \`parameters\` (--parameter Open=VALUE).`],
    [
      'Joined',
      `depends on \`\${Secret}-\${Open}\`, which only AWS knows. ${counts} Set the option \`parameters\` (--parameter Secret=VALUE --parameter Open=VALUE).`,
    ],
    ['Imported', `depends on \`\${import:shared-stage}\`, which only AWS knows. ${counts} To decide it here, compare a parameter instead.`],
    ['Circle', `refers to itself. ${counts}`],
  ])('counts the condition %s as true, and reports it once', (name, why) => {
    const { functions, unsupported } = read({ 'Fn::Join': ['', [{ 'Fn::If': [name, 'a', 'b'] }, { 'Fn::If': [name, 'c', 'd'] }]] });
    expect(functions['Fn']?.environment?.['V']).toBe('ac');
    expect(say(unsupported)).toEqual([`Conditions.${name}: The condition \`${name}\` ${why}`]);
  });

  test.each<[name: string, expression: unknown]>([
    ['an object without a function', {}],
    ['two functions', { 'Fn::Not': [{ Condition: 'IsBeta' }], 'Fn::Or': [] }],
    ['an unknown function', { 'Fn::Upper': ['a'] }],
    ['a function without an array', { 'Fn::Not': 'IsBeta' }],
    ['a name that is no string', { Condition: 5 }],
    ['a property of every object', { constructor: ['a'] }],
    ['a text', 'IsBeta'],
  ])('reports a condition that is %s, and counts it as true', (_, expression) => {
    const Conditions = { C: expression, IsBeta: { 'Fn::Equals': ['a', 'a'] } };
    const found = readResources(
      {
        Fn: {
          Type: 'AWS::Lambda::Function',
          Properties: { Code: './a', Environment: { Variables: { V: { 'Fn::If': ['C', 'a', 'b'] } } } },
        },
      },
      {},
      { Conditions },
    );
    expect(found.functions['Fn']?.environment?.['V']).toBe('a');
    expect(say(found.unsupported)).toEqual([
      'Conditions.C: A condition must be `Fn::And`, `Fn::Or`, `Fn::Not`, `Fn::Equals` or `Condition`.',
      'Conditions.C: The condition `C` depends on something, which only AWS knows. It counts as true. To decide it here, compare a parameter instead.',
    ]);
  });

  test('names three of the values that a condition depends on', () => {
    const parts = ['A', 'B', 'C', 'D'].map((id) => ({ 'Fn::Equals': [{ Ref: id }, 'x'] }));
    const found = readResources(
      {
        Fn: {
          Type: 'AWS::Lambda::Function',
          Properties: { Code: './a', Environment: { Variables: { V: { 'Fn::If': ['C', 'a', 'b'] } } } },
        },
      },
      {},
      { Parameters: { A: { Type: 'String' }, D: { Type: 'String' } }, Conditions: { C: { 'Fn::Or': parts } } },
    );
    expect(say(found.unsupported)).toEqual([
      `Conditions.C: The condition \`C\` depends on \`\${A}\`, \`\${B}\`, \`\${C}\` and more, which only AWS knows. It counts as true. Set the option \`parameters\` (--parameter A=VALUE --parameter D=VALUE).`,
    ]);
  });

  test('names the branch of an Fn::If in the place of a finding', () => {
    const { optional } = read({ 'Fn::If': ['IsLive', 'a', { Ref: 'Table' }] });
    expect(optional.map(({ where }) => where)).toContain('Resources.Fn.Properties.Environment.Variables.V.Fn::If.2');
  });
});

describe('a parameter', () => {
  test('takes the value of the options', () => {
    expect(evaluate({ Ref: 'Stage' }, { parameters: { Stage: 'live' } })).toBe('live');
    expect(evaluate({ Ref: 'Secret' }, { parameters: { Secret: 's' } })).toBe('s');
    expect(evaluate({ 'Fn::If': ['IsLive', 'a', 'b'] }, { parameters: { Stage: 'live' } })).toBe('a');
    expect(read({ 'Fn::If': ['Unknown', 'a', 'b'] }, { parameters: { Open: 'a' } }).unsupported).toEqual([]);
  });

  test('keeps a list, and splits a text at commas', () => {
    const joined = { 'Fn::Join': ['+', { Ref: 'Names' }] };
    expect(evaluate(joined, { parameters: { Names: ['x', 'y'] } as never })).toBe('x+y');
    expect(evaluate(joined, { parameters: { Names: 'x , y' } })).toBe('x+y');
    expect(evaluate({ Ref: 'Size' }, { parameters: { Size: '0' } })).toBe('0');
  });

  test('that the template does not have is refused with the names of those it has', () => {
    expect(() => evaluate('', { parameters: { Zzzzzzzz: 'live' } })).toThrow('Its parameters are: Stage, Size, Names, Secret, Open, Key.');
    expect(() => readResources({}, { parameters: { A: 'b' } })).toThrow('Its parameters are: none.');
  });

  test.each([
    [{ Stage: 'prod' }, 'The parameter `Stage` can\'t be "prod". Pass one of the template\'s AllowedValues: beta, live.'],
    [{ Stge: 'live' }, 'The template has no parameter "Stge". Did you mean `Stage`?'],
  ])('refuses a wrong option: %j', (parameters, message) => {
    expect(() => evaluate('', { parameters })).toThrow(
      new TemplateError({ code: 'invalid-option', reason: message, fix: '' }).message.trim(),
    );
  });
});

describe('AWS::Include', () => {
  const include = { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 'variables.yaml' } } };
  const template = JSON.stringify({
    Resources: { Fn: { Type: 'AWS::Lambda::Function', Properties: { Code: './a', Environment: { Variables: { ...include, A: '1' } } } } },
  });

  test('adds the content of a file, with its functions evaluated', () => {
    const { functions } = readText(template, {}, { 'variables.yaml': 'A: 2\nB: !Ref AWS::Region' });
    expect(functions['Fn']?.environment).toEqual({ A: '1', B: 'us-east-1' });
  });

  test('reports a file that is not there', () => {
    expect(readText(template).unsupported.map(({ what }) => what)).toEqual([
      "The file `variables.yaml` can't be read. Write the path of a local file as `Location`.",
    ]);
  });

  test('stops at a file that includes itself', () => {
    expect(() => readText(template, {}, { 'variables.yaml': JSON.stringify(include) })).toThrow(
      'The template includes more than 100 files.',
    );
  });
});

describe('a small template that stands for a large one', () => {
  const long = 'a'.repeat(1_000_000);

  test.each<[name: string, value: unknown, message: string]>([
    ['strings', { 'Fn::Join': ['', Array.from({ length: 100 }, () => ({ Ref: 'Long' }))] }, '64 million characters'],
    ['a delimiter', { 'Fn::Join': [long, Array.from({ length: 66 }, () => '')] }, '64 million characters'],
    ['lists', Array.from({ length: 9 }, () => ({ Ref: 'Many' })), '4 million values'],
    ['nesting', JSON.parse('['.repeat(250) + ']'.repeat(250)), 'nested more than 200 deep'],
  ])('is refused: %s', (_, value, message) => {
    const parameters = { Long: { Type: 'String', Default: long }, Many: { Type: 'CommaDelimitedList', Default: ','.repeat(500_000) } };
    const resources = { Fn: { Type: 'AWS::Lambda::Function', Properties: { Code: './a', Environment: { Variables: { V: value } } } } };
    expect(() => readResources(resources, {}, { Parameters: parameters })).toThrow(message);
  });
});
