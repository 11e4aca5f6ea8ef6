import { readOpenApiFile } from '../../src/deploy/openapi/read-document.js';
import type { ReadContext } from '../../src/deploy/read-context.js';
import { readServerless } from '../../src/deploy/serverless/read-serverless.js';
import { readSource } from '../../src/deploy/yaml/read-source.js';
import type { Source } from '../../src/deploy/yaml/source.js';
import type { Dialect } from '../../src/deploy/yaml/words.js';
import type { Subject } from './subjects.js';

const CONTEXT: ReadContext = {
  options: { functions: { f: 'a.b' } },
  readFile: () => undefined,
  listFiles: () => [],
  parse: (text, file) => readSource(text, file, 'yaml-1.2'),
};
const URI = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';

function lines(n: number, line: (index: number) => string): string {
  return Array.from({ length: n }, (_, index) => line(index)).join('\n');
}

/** Texts of YAML that grow, by what grows in them. */
const YAML: Readonly<Record<string, (n: number) => string>> = {
  keys: (n) => lines(n, (index) => `key${index}: value`),
  'one key, repeated': (n) => lines(n, () => 'key: value'),
  items: (n) => lines(n, () => '- value'),
  'a flow list': (n) => `[${'value, '.repeat(n)}]`,
  'short tags': (n) => lines(n, () => '- !Sub value'),
  'unknown tags': (n) => lines(n, () => '- !Unknown value'),
  anchors: (n) => lines(n, (index) => `- &a${index} value`),
  aliases: (n) => `- &a {b: c}\n${lines(n, () => '- *a')}`,
  'merge keys': (n) => `base: &a {b: c}\n${lines(n, (index) => `key${index}: {<<: *a, d: e}`)}`,
  'merges of one object': (n) => `base: &a {${Array.from({ length: n }, (_, index) => `k${index}: v`).join(', ')}}\nuser: {<<: *a}`,
  'a long word': (n) => `key: ${'1_'.repeat(n)}`,
  'a long string': (n) => `key: "${'a\\n'.repeat(n)}"`,
  comments: (n) => lines(n, () => '# comment'),
};

const yaml: Subject[] = Object.entries(YAML).flatMap(([name, textOf]) =>
  (['yaml-1.1', 'js-yaml'] as const satisfies readonly Dialect[]).map((dialect) => ({
    name: `readSource ${dialect}: ${name}`,
    prepare: (n) => {
      const text = textOf(n);
      return () => attempt(() => readSource(text, 'f', dialect));
    },
  })),
);

/** Documents that grow, by what grows in them. */
const DOCUMENTS: Readonly<Record<string, (n: number) => unknown>> = {
  'OpenAPI: paths': (n) => openApi({ paths: record(n, '/p', () => ({ get: operation() })) }),
  'OpenAPI: references': (n) =>
    openApi({
      paths: record(n, '/p', () => ({
        get: { 'x-amazon-apigateway-integration': { $ref: '#/components/x-amazon-apigateway-integrations/one' } },
      })),
      components: { 'x-amazon-apigateway-integrations': { one: { type: 'mock' } } },
    }),
  'OpenAPI: a chain of references': (n) =>
    openApi({
      paths: { '/a': { $ref: '#/r0' } },
      ...Object.fromEntries(Array.from({ length: n }, (_, index) => [`r${index}`, { $ref: `#/r${index + 1}` }])),
    }),
  'OpenAPI: security schemes': (n) =>
    openApi({ components: { securitySchemes: record(n, 's', () => ({ type: 'apiKey', in: 'header', name: 'x-api-key' })) }, paths: {} }),
  'OpenAPI: requirements of one operation': (n) =>
    openApi({
      components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-api-key' } } },
      paths: { '/a': { get: { ...operation(), security: Array.from({ length: n }, () => ({ key: [] })) } } },
    }),
  'OpenAPI: unknown keys': (n) => openApi({ paths: {}, ...record(n, 'unknown', () => 1) }),
  'OpenAPI: gateway responses': (n) =>
    openApi({ paths: {}, 'x-amazon-apigateway-gateway-responses': record(n, 'T', () => ({ statusCode: 400 })) }),
  'serverless.yml: functions': (n) =>
    service({ functions: record(n, 'f', () => ({ handler: 'a.b', events: [{ http: 'GET /a' }, { httpApi: 'GET /a' }] })) }),
  'serverless.yml: routes': (n) =>
    service({
      functions: {
        f: {
          handler: 'a.b',
          events: Array.from({ length: n }, (_, index) => ({ http: { path: `p${index}`, method: 'get' } })),
        },
      },
    }),
  'serverless.yml: routes of one path': (n) =>
    service({
      functions: { f: { handler: 'a.b', events: Array.from({ length: n }, () => ({ http: { path: 'p', method: 'get', cors: true } })) } },
    }),
  'serverless.yml: a long path': (n) => service({ functions: { f: { handler: 'a.b', events: [{ http: `GET /${'a'.repeat(n)}` }] } } }),
  'serverless.yml: paths with the same name': (n) =>
    service({
      functions: {
        f: {
          handler: 'a.b',
          events: Array.from({ length: n }, (_, index) => ({
            http: `GET /${index.toString(2).replaceAll('0', '.').replaceAll('1', '~')}a`,
          })),
        },
      },
    }),
  'serverless.yml: segments of a path': (n) =>
    service({ functions: { f: { handler: 'a.b', events: [{ http: `GET ${'/a'.repeat(n)}` }] } } }),
  'serverless.yml: lists of functions': (n) =>
    service({ functions: Array.from({ length: n }, (_, index) => ({ [`f${index}`]: { handler: 'a.b' } })) }),
  'serverless.yml: lists of resources': (n) =>
    service({ resources: Array.from({ length: n }, (_, index) => ({ Resources: { [`R${index}`]: { Type: 'AWS::SNS::Topic' } } })) }),
  'serverless.yml: variables': (n) =>
    service({ custom: record(n, 'v', () => `\${self:service}-\${sls:stage}`), provider: { name: 'aws', apiName: `\${self:custom.v0}` } }),
  'serverless.yml: a chain of variables': (n) =>
    service({ custom: Object.fromEntries(Array.from({ length: n }, (_, index) => [`v${index}`, `\${self:custom.v${index + 1}}`])) }),
  'serverless.yml: fallbacks of one variable': (n) => service({ custom: { v: `\${self:custom.x${', self:custom.x'.repeat(n)}, 1}` } }),
  'serverless.yml: variables never closed': (n) => service({ custom: { v: '${self:a'.repeat(n) } }),
  'serverless.yml: dollars and brackets': (n) => service({ custom: { v: '${'.repeat(n) } }),
};

function openApi(content: object): unknown {
  return { openapi: '3.0.1', info: { title: 'a' }, 'x-amazon-apigateway-request-validators': {}, ...content };
}

function operation(): object {
  return { 'x-amazon-apigateway-integration': { type: 'aws_proxy', uri: URI } };
}

function service(content: object): unknown {
  return { service: 'a', provider: { name: 'aws' }, ...content };
}

function record(n: number, prefix: string, value: () => unknown): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: n }, (_, index) => [`${prefix}${index}`, value()]));
}

const documents: Subject[] = Object.entries(DOCUMENTS).map(([name, contentOf]) => ({
  name: `readTemplate ${name}`,
  prepare: (n) => {
    const source: Source = { file: 'f', value: contentOf(n), notes: [], lineOf: () => 1 };
    const read = name.startsWith('OpenAPI') ? readOpenApiFile : readServerless;
    return () => attempt(() => read(source, CONTEXT));
  },
}));

/** An input that is refused must not cost more than one that is read. */
function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

export const documentSubjects: readonly Subject[] = [...yaml, ...documents];
