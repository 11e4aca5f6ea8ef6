import { type CustomIntegration, renderCustomResult, toCustomEvent } from '../../src/custom/index.js';
import type { HttpRequest } from '../../src/http/index.js';
import type { Subject } from './subjects.js';

const encoder = new TextEncoder();
const RESPONSES = [{ statusCode: 200 }];

function requestOf(body: string): HttpRequest {
  return { method: 'POST', target: '/prod/users/1', headers: [], body: encoder.encode(body) };
}

function typed(type: string, body: string): HttpRequest {
  return { ...requestOf(body), headers: [['Content-Type', type]] };
}

function run(template: string, body = '{}'): () => unknown {
  const integration: CustomIntegration = {
    integration: 'custom',
    requestTemplates: { 'application/json': template },
    responses: RESPONSES,
  };
  const request = requestOf(body);
  return () => toCustomEvent(request, integration, { target: 'rest' });
}

/** Templates that grow, by what grows in them. */
const TEMPLATES: Readonly<Record<string, (n: number) => string>> = {
  text: (n) => 'abc \n'.repeat(n),
  references: (n) => '$a.b $!{c}[0] $!{d} $e.f("x") '.repeat(n),
  'properties of a reference': (n) => `$a${'.b'.repeat(n)}`,
  'indexes of a reference': (n) => `$a${'[0]'.repeat(n)}`,
  'arguments of a method': (n) => `$a.b(${'1,'.repeat(n)}1)`,
  dollars: (n) => '$'.repeat(n),
  'dollars and bangs': (n) => '$!'.repeat(n),
  hashes: (n) => '#'.repeat(n),
  'hashes and words': (n) => '#a '.repeat(n),
  backslashes: (n) => '\\'.repeat(n),
  'backslashes before a reference': (n) => `${'\\'.repeat(n)}$a`,
  'backslashes and bangs': (n) => `$${'\\!'.repeat(n)}a`,
  'runs of backslashes': (n) => '\\\\$a\\\\#if '.repeat(n),
  blanks: (n) => ' '.repeat(n),
  'blanks before #set': (n) => `${' '.repeat(n)}#set($a = 1)`,
  'line ends': (n) => '\r\n'.repeat(n),
  'line comments': (n) => '## a\n'.repeat(n),
  'comments, never closed': (n) => '#* a '.repeat(n),
  comments: (n) => '#* a *#'.repeat(n),
  'formal comments': (n) => '#** a *#'.repeat(n),
  'verbatim text': (n) => '#[[ $a ]]#'.repeat(n),
  'verbatim text, never closed': (n) => '#[[ '.repeat(n),
  '#set': (n) => Array.from({ length: n }, (_, index) => `#set($a${index} = ${index})`).join(''),
  sums: (n) => `#set($a = 1${' + 1'.repeat(n)})`,
  conditions: (n) => `#if(true${' && true'.repeat(n)})#end`,
  'brackets, never closed': (n) => `#set($a = ${'('.repeat(n)}`,
  'lists in lists': (n) => `#set($a = ${'['.repeat(n)}`,
  'a list': (n) => `#set($a = [${'1,'.repeat(n)}1])`,
  'a map': (n) => `#set($a = {${Array.from({ length: n }, (_, index) => `"${index}": ${index}`).join(',')}})`,
  'a string': (n) => `#set($a = "${'a$b '.repeat(n)}")`,
  'quotes in a string': (n) => `#set($a = "${'""'.repeat(n)}")`,
  'strings, one never closed': (n) => `#set($a = ${'"a" '.repeat(n)}"`,
  'strings in strings': (n) => `#set($a = '${'"$b" '.repeat(n)}')`,
  '#if': (n) => '#if($a) b #else c #end\n'.repeat(n),
  '#if in #if': (n) => '#if(true)'.repeat(n),
  '#elseif': (n) => `#if(false)${'#elseif(false) a'.repeat(n)}#end`,
  '#foreach': (n) => '#foreach($i in [1..3])$i#end'.repeat(n),
  '#macro': (n) => Array.from({ length: n }, (_, index) => `#macro(m${index})a#end#m${index}()`).join(''),
  'calls of a macro': (n) => `#macro(m $a)$a#end${'#m("x")'.repeat(n)}`,
  'parameters of a macro': (n) => `#macro(m${' $a'.repeat(n)})#end#m(${'1 '.repeat(n)})`,
  '#define': (n) => `${'#define($a)b#end'.repeat(n)}$a`,
  'lines before a mistake': (n) => `${'a\n'.repeat(n)}#if(`,
  mistakes: (n) => '$input.path("$").none() '.repeat(n),
};

/** Bodies that grow, by what grows in them, and the template that reads each. */
const BODIES: Readonly<Record<string, readonly [template: string, body: (n: number) => string]>> = {
  'text, printed as JSON': ["$input.json('$')", (n) => JSON.stringify('a"/é\n'.repeat(n))],
  'text that is not JSON': ["$input.path('$')", (n) => 'a '.repeat(n)],
  'items, printed': ["$input.path('$')", (n) => JSON.stringify(Array.from({ length: n }, (_, index) => ({ a: index })))],
  'keys, printed': [
    "$input.json('$')",
    (n) => JSON.stringify(Object.fromEntries(Array.from({ length: n }, (_, index) => [`k${index}`, 1.5]))),
  ],
  'one key again and again': ["$input.json('$')", (n) => `{${'"a":1,'.repeat(n)}"a":1}`],
  'brackets that open': ["$input.path('$')", (n) => '['.repeat(n)],
  'digits of a number': ["$input.path('$')", (n) => `1${'0'.repeat(n)}`],
  'digits of a fraction': ["$input.path('$')", (n) => `0.${'1'.repeat(n)}`],
  blanks: ["$input.path('$')", (n) => `[${' '.repeat(n)}1]`],
  'words without quotes': ["$input.path('$')", (n) => `[${'abc def,'.repeat(n)}1]`],
  'a loop over items': ["#foreach($i in $input.path('$'))$i,#end", (n) => JSON.stringify(Array.from({ length: n }, () => 'a'))],
  'a loop over keys': [
    "#foreach($k in $input.path('$').keySet())$k=$input.path('$').get($k)#end",
    (n) => JSON.stringify(Object.fromEntries(Array.from({ length: n }, (_, index) => [`k${index}`, 1]))),
  ],
  'items below a filter': [
    "$input.json('$[?(@.a > 3 && @.b)]')",
    (n) => JSON.stringify(Array.from({ length: n }, (_, a) => ({ a, b: 1 }))),
  ],
  'items below a pattern': ["$input.json('$[?(@.a =~ /.*b/)]')", (n) => JSON.stringify(Array.from({ length: n }, () => ({ a: 'aab' })))],
  'items below a deep scan': ["$input.json('$..a')", (n) => JSON.stringify(Array.from({ length: n }, (_, a) => ({ b: [{ a }] })))],
  'items below a wildcard': ["$input.json('$[*].*')", (n) => JSON.stringify(Array.from({ length: n }, (_, a) => ({ a, b: 1 })))],
  'items below a slice': ["$input.json('$[1:-1]')", (n) => JSON.stringify(Array.from({ length: n }, () => 1))],
  'text, escaped for JavaScript': ['$util.escapeJavaScript($input.body)', (n) => "a'é/".repeat(n)],
  'text, encoded for a URL': ['$util.urlDecode($util.urlEncode($input.body))', (n) => 'a é/%'.repeat(n)],
  'text, encoded as base64': ['$util.base64Decode($util.base64Encode($input.body))', (n) => 'a é'.repeat(n)],
  'text, parsed as JSON': ['$util.parseJson($input.body)', (n) => JSON.stringify(Array.from({ length: n }, () => ['a']))],
  'text, replaced': ["$input.body.replace('a', 'bc').replaceAll('(b)c', '$1')", (n) => 'a '.repeat(n)],
  'text, split and joined': ["#foreach($part in $input.body.split(','))$part#end", (n) => 'a,'.repeat(n)],
  'text, compared with a pattern': ["$input.body.matches('.*x.*y')", (n) => 'ab '.repeat(n)],
  'text, changed in other ways': [
    '$input.body.trim().toUpperCase().toLowerCase().indexOf("zz") $input.body.hashCode()',
    (n) => ' aé '.repeat(n),
  ],
};

/** JSONPaths that grow, by what grows in them. */
const PATHS: Readonly<Record<string, (n: number) => string>> = {
  properties: (n) => `$${'.a'.repeat(n)}`,
  'properties in brackets': (n) => `$${"['a']".repeat(n)}`,
  'several properties': (n) => `$[${"'a',".repeat(n)}'a']`,
  indexes: (n) => `$[${'0,'.repeat(n)}0]`,
  'brackets, never closed': (n) => `$${'['.repeat(n)}`,
  dots: (n) => `$${'.'.repeat(n)}`,
  'text of a name': (n) => `$.${'a'.repeat(n)}`,
  'conditions of a filter': (n) => `$[?(@.a${' && @.a'.repeat(n)})]`,
  'brackets of a filter': (n) => `$[?(${'('.repeat(n)}@.a${')'.repeat(n)})]`,
  blanks: (n) => `$[${' '.repeat(n)}'a']`,
};

const ITEMS = JSON.stringify([{ a: 1 }, { a: { a: 2 } }]);

/** What can make a mapping template large, or the input of one. */
export const customSubjects: readonly Subject[] = [
  ...Object.entries(TEMPLATES).map(([name, make]): Subject => ({ name: `mapping template: ${name}`, prepare: (n) => run(make(n)) })),
  ...Object.entries(BODIES).map(
    ([name, [template, make]]): Subject => ({ name: `body of a mapping template: ${name}`, prepare: (n) => run(template, make(n)) }),
  ),
  ...Object.entries(PATHS).map(
    ([name, make]): Subject => ({
      name: `JSONPath: ${name}`,
      prepare: (n) => run(`$input.json("${make(n)}")`, ITEMS),
    }),
  ),
  {
    // Bytes are what counts here: a body that passes is decoded and parsed outside of our code.
    name: 'toCustomEvent: body',
    prepare: (n) => {
      const request = requestOf(JSON.stringify(Array.from({ length: 20 * n }, (_, index) => `item ${index}`)));
      return () => toCustomEvent(request, { integration: 'custom', responses: RESPONSES });
    },
  },
  {
    name: 'toCustomEvent: body with halves of surrogate pairs',
    prepare: (n) => run("$input.path('$')", JSON.stringify('\ud800a'.repeat(20 * n))),
  },
  {
    name: 'toCustomEvent: body as base64, and back',
    prepare: (n) => {
      const gateway = { target: 'rest', binaryMediaTypes: ['image/png'] } as const;
      const [png, text] = [typed('image/png', 'a'.repeat(20 * n)), typed('text/plain', 'YWFh'.repeat(5 * n))];
      return () => [
        toCustomEvent(png, { integration: 'custom', contentHandling: 'CONVERT_TO_TEXT', responses: RESPONSES }, gateway),
        toCustomEvent(text, { integration: 'custom', contentHandling: 'CONVERT_TO_BINARY', responses: RESPONSES }, gateway),
      ];
    },
  },
  {
    name: 'toCustomEvent: body with a model',
    prepare: (n) => {
      const method = { validateRequestBody: true, requestModels: { 'application/json': {} }, isValid: () => true };
      const request = requestOf(JSON.stringify(Array.from({ length: 20 * n }, (_, index) => `item ${index}`)));
      return () => toCustomEvent(request, { integration: 'custom', method, responses: RESPONSES });
    },
  },
  {
    name: 'toCustomEvent: headers and query',
    prepare: (n) => {
      const headers = Array.from({ length: n }, (_, index) => [`x-${index}`, 'a'] as const);
      const query = Array.from({ length: n }, (_, index) => `q${index}=%20a`).join('&');
      const template = '#set($p = $input.params())#foreach($k in $p.header.keySet())$k#end#foreach($k in $p.querystring.keySet())$k#end';
      const integration: CustomIntegration = {
        integration: 'custom',
        requestTemplates: { 'application/json': template },
        responses: RESPONSES,
      };
      return () => toCustomEvent({ ...requestOf('{}'), target: `/prod/users/1?${query}`, headers }, integration, { target: 'rest' });
    },
  },
  {
    name: 'toCustomEvent: templates by type',
    prepare: (n) => {
      const requestTemplates = Object.fromEntries(Array.from({ length: n }, (_, index) => [`text/x-${index}`, '{}']));
      return () => toCustomEvent(typed('text/x-none', '{}'), { integration: 'custom', requestTemplates, responses: RESPONSES });
    },
  },
  {
    name: 'toCustomEvent: mapped parameters',
    prepare: (n) => {
      const sources = Array.from({ length: n }, (_, index) => [
        `integration.request.header.x-${index}` as const,
        'method.request.body.a' as const,
      ]);
      const integration: CustomIntegration = {
        integration: 'custom',
        requestParameters: Object.fromEntries(sources),
        responses: RESPONSES,
      };
      const request = requestOf(JSON.stringify({ a: 'a', b: 'b'.repeat(n) }));
      return () => toCustomEvent(request, integration, { target: 'rest' });
    },
  },
  {
    name: 'toCustomEvent: required parameters',
    prepare: (n) => {
      const requestParameters = Object.fromEntries(
        Array.from({ length: n }, (_, index) => [`method.request.header.x-${index}` as const, true]),
      );
      const method = { validateRequestParameters: true, requestParameters };
      return () => toCustomEvent(requestOf('{}'), { integration: 'custom', method, responses: RESPONSES }, { target: 'rest' });
    },
  },
  {
    name: 'toCustomEvent: overrides',
    prepare: (n) => run('{}#foreach($i in [1..1000])#set($context.requestOverride.header[$i] = $i)#end'.repeat(Math.ceil(n / 1000))),
  },
  {
    name: 'renderCustomResult: mappings into a message that is JSON',
    prepare: (n) => {
      const responseParameters = Object.fromEntries(
        Array.from({ length: n }, (_, index) => [
          `method.response.header.x-${index}` as const,
          'integration.response.body.errorMessage.a' as const,
        ]),
      );
      const threw = { message: JSON.stringify({ a: 'a', b: 'b'.repeat(n) }) };
      return () => renderCustomResult({ threw }, { integration: 'custom', responses: [{ statusCode: 200, responseParameters }] });
    },
  },
  {
    name: 'renderCustomResult: responses, keys of a mapping',
    prepare: (n) => {
      const source = `integration.response.body${'.a[0]'.repeat(n)}` as const;
      const responses = [
        ...Array.from({ length: n }, () => ({ statusCode: 400, selectionPattern: 'x' })),
        { statusCode: 200, responseParameters: { 'method.response.header.a': source } },
      ];
      return () => renderCustomResult({ threw: { message: 'y' } }, { integration: 'custom', responses });
    },
  },
  {
    name: 'renderCustomResult: output',
    prepare: (n) => {
      const returned = Object.fromEntries(Array.from({ length: n }, (_, index) => [`x-${index}`, 'a']));
      return () => renderCustomResult({ returned }, { integration: 'custom', responses: RESPONSES });
    },
  },
  {
    name: 'renderCustomResult: template, and headers that it overrides',
    prepare: (n) => {
      const template = '#foreach($e in $input.path("$").entrySet())#set($context.responseOverride.header[$e.key] = $e.value)$e.key#end';
      const returned = Object.fromEntries(Array.from({ length: n }, (_, index) => [`x-${index}`, 'a']));
      const responses = [{ statusCode: 200, responseTemplates: { 'application/json': template } }];
      return () => renderCustomResult({ returned }, { integration: 'custom', responses });
    },
  },
  {
    name: 'renderCustomResult: output from base64',
    prepare: (n) => {
      const responses = [{ statusCode: 200, contentHandling: 'CONVERT_TO_BINARY' as const }];
      return () => renderCustomResult({ returned: 'YWFh'.repeat(5 * n) }, { integration: 'custom', responses });
    },
  },
  {
    name: 'renderCustomResult: stack of an error',
    prepare: (n) => {
      const threw = { message: 'a', stack: 'a line\n'.repeat(5 * n) };
      return () => renderCustomResult({ threw }, { integration: 'custom', responses: RESPONSES });
    },
  },
  {
    name: 'renderCustomResult: types in Accept',
    prepare: (n) => {
      const request = { ...requestOf(''), headers: [['Accept', 'text/a;q=0.5,'.repeat(n)] as const] };
      const responses = [{ statusCode: 200, responseTemplates: { 'text/html': 'a' } }];
      return () => renderCustomResult({ returned: 1 }, { integration: 'custom', responses }, { target: 'rest' }, request);
    },
  },
  {
    name: 'renderCustomResult: message of an error',
    prepare: (n) => {
      const threw = { message: 'a'.repeat(n) };
      const responses = [{ statusCode: 200 }, { statusCode: 400, selectionPattern: '.*Bad.*' }];
      return () => renderCustomResult({ threw }, { integration: 'custom', responses });
    },
  },
];
