import fc from 'fast-check';

// Draws for tests of mapping templates: templates that Velocity accepts, templates that it may not, and bodies.

const name = fc.constantFrom('a', 'b', 'list', 'map', 'text', 'n', 'x');
const key = fc.constantFrom('a', 'b', 'k', 'list', 'map', 'text', 'n', 'size', 'empty', 'key', 'it-em', '1');

/** JSON values with keys that templates ask for. */
export const json: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, false, '', 'x', 'a/b', 'it\'s "q"', 'a,b,,c', 'é中😀', '5', 'line\nend', '$a #if', 0, 1, -7, 1.5),
    fc.constantFrom<unknown>(2147483648, -0.25, 1e21, 1e-7, 100, 12345678.9, 0.1, 9007199254740991),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** Bodies: JSON, JSON that only json-smart reads, and what is no JSON. */
export const body: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: json.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.dictionary(key, json, { maxKeys: 5 }).map((value) => JSON.stringify(value, null, 2)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      'a=1&b=two+words&c',
      'some raw data',
      "{a: 'x', b: [1, 2,], n: 1.0}",
      '{"a":1.50,"n":12345678901234567890,"b":1e3,"k":0.12345678901234567891}',
      '[1',
      '{"a"',
      '"text" and more',
      'NaN',
      '-',
      '12abc',
      '[1.0, 10.00, 1E5, -0, 007]',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', "'", ':', ',', 'a', '1', '.', '-', 'e', ' ', '\\', 'n', '\t'),
      maxLength: 14,
    }),
  },
);

const path = fc.constantFrom(
  '$',
  '$.a',
  '$.b',
  '$.list',
  '$.map.k',
  '$.list[0]',
  '$.list[*]',
  '$..a',
  "$['a']",
  '$.nope',
  '$.text',
  '$.n',
  '$.list[-1:]',
  '$.list[?(@.a)]',
  '$.a.b',
);

const integer = fc
  .oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(2147483647, -2147483648, 99999999999, 9223372036854775807n))
  .map(String);
const word = fc.constantFrom('', 'a', 'b', 'x', 'k', 'text', '5', 'true', ',', 'a,b', 'it', 'é', '1.5', ' ');

const { statements } = fc.letrec<{
  expression: string;
  parameter: string;
  reference: string;
  statement: string;
  statements: string;
  step: string;
}>((tie) => ({
  parameter: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: word.map((text) => `'${text}'`) },
    { weight: 2, arbitrary: integer },
    { weight: 1, arbitrary: fc.constantFrom('true', 'false', '1.5', '0.1', '1e3', '{}', '[]') },
    { weight: 3, arbitrary: tie('reference') },
    { weight: 1, arbitrary: fc.array(tie('parameter'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`) },
    { weight: 1, arbitrary: fc.tuple(key, tie('parameter')).map(([one, value]) => `{'${one}': ${value}}`) },
    { weight: 1, arbitrary: fc.tuple(fc.integer({ min: -3, max: 6 }), name).map(([from, to]) => `[${from}..$${to}]`) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.integer({ min: -3, max: 6 }), fc.integer({ min: -3, max: 6 })).map(([from, to]) => `[${from}..${to}]`),
    },
    { weight: 2, arbitrary: tie('statements').map((inner) => `"${inner.replaceAll('"', '""')}"`) },
  ),
  expression: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: tie('parameter') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          tie('parameter'),
          fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '>', '<=', '>=', '&&', '||', 'and', 'or', 'eq', 'lt'),
          tie('expression'),
        )
        .map(([left, operator, right]) => `${left} ${operator} ${right}`),
    },
    { weight: 1, arbitrary: tie('expression').map((inner) => `(${inner})`) },
    { weight: 1, arbitrary: tie('parameter').map((inner) => `!${inner}`) },
  ),
  step: fc.oneof(
    { maxDepth: 2 },
    { weight: 4, arbitrary: key.filter((one) => /^[a-z]/.test(one)).map((one) => `.${one}`) },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom(
          'size',
          'length',
          'isEmpty',
          'keySet',
          'values',
          'entrySet',
          'toString',
          'trim',
          'toUpperCase',
          'iterator',
          'hashCode',
          'intValue',
        )
        .map((method) => `.${method}()`),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.constantFrom(
            'get',
            'contains',
            'containsKey',
            'indexOf',
            'equals',
            'startsWith',
            'concat',
            'split',
            'add',
            'remove',
            'substring',
            'charAt',
          ),
          tie('parameter'),
        )
        .map(([method, argument]) => `.${method}(${argument})`),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('put', 'replace', 'replaceAll', 'substring', 'set', 'indexOf', 'add', 'split'),
          tie('parameter'),
          tie('parameter'),
        )
        .map(([method, left, right]) => `.${method}(${left}, ${right})`),
    },
    { weight: 2, arbitrary: fc.integer({ min: -2, max: 3 }).map((index) => `[${index}]`) },
    { weight: 1, arbitrary: key.map((one) => `["${one}"]`) },
    { weight: 1, arbitrary: name.map((one) => `[$${one}]`) },
  ),
  reference: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom('$', '$!', '$'), name).map(([start, one]) => start + one) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('${', '$!{'), name).map(([start, one]) => `${start}${one}}`) },
    {
      weight: 4,
      arbitrary: fc.tuple(name, fc.array(tie('step'), { minLength: 1, maxLength: 3 })).map(([one, steps]) => `$${one}${steps.join('')}`),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom('path', 'json'), path, fc.array(tie('step'), { maxLength: 2 }))
        .map(([method, one, steps]) => `$input.${method}('${one}')${steps.join('')}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(key, fc.array(tie('step'), { maxLength: 1 }))
        .map(([one, steps]) => `\${input.params('${one}')${steps.join('')}}`),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '$input.body',
        '$input.params()',
        '$context.a',
        '$context.map.k',
        '$stageVariables.a',
        "$stageVariables['k']",
        '$context.map',
        '$foreach.index',
        '$foreach.hasNext',
        '$foreach.parent.count',
        '$velocityCount',
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('escapeJavaScript', 'urlEncode', 'base64Encode', 'urlDecode', 'base64Decode', 'parseJson', 'toJson'),
          tie('parameter'),
        )
        .map(([method, argument]) => `$util.${method}(${argument})`),
    },
  ),
  statement: fc.oneof(
    { maxDepth: 3 },
    {
      weight: 5,
      arbitrary: fc.constantFrom(' ', '\n', 'x', '{', '}', '"', ',', ': ', '\\', '.', '-', '5', '()', '[0]', 'text', '\r\n', "'"),
    },
    { weight: 6, arbitrary: tie('reference') },
    { weight: 3, arbitrary: fc.tuple(name, tie('expression')).map(([one, value]) => `#set($${one} = ${value})`) },
    { weight: 1, arbitrary: fc.tuple(name, tie('step'), tie('expression')).map(([one, step, value]) => `#set($${one}${step} = ${value})`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('expression'), tie('statements'), tie('statements'))
        .map(([condition, yes, no]) => `#if(${condition})${yes}#else ${no}#end`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('expression'), tie('statements'), tie('expression'), tie('statements'))
        .map(([a, yes, b, no]) => `#if(${a})${yes}#elseif(${b})${no}#end\n`),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(name, tie('parameter'), tie('statements'))
        .map(([one, list, inner]) => `#foreach($${one} in ${list})${inner}#end`),
    },
    { weight: 1, arbitrary: fc.tuple(name, tie('statements')).map(([one, inner]) => `#define($${one})${inner}#end`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('m', 'o'), name, tie('statements'), tie('parameter'))
        .map(([macro, one, inner, argument]) => `#macro(${macro} $${one})${inner}#end#${macro}(${argument})`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('#m', '#o', '#@m'), tie('parameter'), tie('statements'))
        .map(([call, argument, inner]) => (call.includes('@') ? `${call}(${argument})${inner}$bodyContent#end` : `${call}(${argument})`)),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '## comment\n',
        '#* c *#',
        '#**c*#',
        '#[[ $a #if ]]#',
        '#break',
        '#stop',
        '\\$a',
        '\\\\$a',
        '\\#if',
        '\\#m',
        '#nope',
        '#nope($a)',
        '$!nope',
        '$5',
        '#literal()$a #end',
        '$$a',
        '$.a',
        '$a.',
      ),
    },
    {
      weight: 1,
      arbitrary: tie('parameter')
        .filter((one) => /^["'$]/.test(one))
        .map((one) => `#evaluate(${one})`),
    },
  ),
  statements: fc.array(tie('statement'), { maxLength: 4 }).map((parts) => parts.join('')),
}));

/** Most templates set a few variables first, so that there is something to work with. */
const prelude = fc.constantFrom(
  '',
  "#set($a = $input.path('$'))#set($list = [1, 'b', 3.5])#set($map = {'k': 'v', 'n': 2})#set($text = 'a,b c')#set($n = 7)",
  "#set($a = $input.path('$.a'))#set($list = $input.path('$.list'))#set($map = $input.path('$.map'))#set($text = $input.path('$.text'))#set($n = $input.path('$.n'))\n",
);

/** Templates that are put together as the grammar says. */
export const template: fc.Arbitrary<string> = fc
  .tuple(prelude, fc.array(statements, { minLength: 1, maxLength: 4 }))
  .map(([start, parts]) => start + parts.join(''));

const noise = fc.constantFrom(
  '$',
  '#',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  "'",
  '\\',
  '!',
  '.',
  '..',
  ',',
  '@',
  ' ',
  '\n',
  'end',
  'else',
  'a',
  '1',
  '-',
  '#end',
  '#if(',
  '#set(',
  '$a',
  '##',
  '#*',
  '*#',
  ':',
  '=',
);

/** Templates with something taken out or put in, and heaps of characters that mean something to Velocity. */
export const brokenTemplate: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(template, fc.nat(), fc.nat({ max: 3 }), noise).map(([text, at, length, inserted]) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + inserted + text.slice(start + length);
  }),
  fc.array(noise, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
);

const strings = fc.dictionary(key, fc.constantFrom('v', '', "it's", 'a b', '%2F', '7'), { maxKeys: 3 });

/** What a template runs with, besides a body. */
export const settings = fc.record({
  params: fc.record({ path: strings, querystring: strings, header: strings }),
  context: fc.record({ a: fc.constantFrom('c', ''), map: strings }),
  stageVariables: strings,
});
