import type { Owner } from './group.js';
import { REST } from './shapes.js';
import { valibotSource, zodSource } from './sources.js';

/** A program that imports something and uses it. */
export interface Program {
  readonly name: string;
  readonly owner: Owner;
  /** What it imports: the names, and the package, entry or file. `* as z` is everything, as one object. */
  readonly imports: readonly (readonly [names: string, from: string])[];
  /** A declaration between the imports and the function. */
  readonly declare?: string;
  /** An expression that uses it. `event` is a REST event. */
  readonly use: string;
}

export const EMPTY = 'an empty program';
export const POWERTOOLS = '@aws-lambda-powertools/parser, one schema';
export const ZOD = 'zod, an equal schema';
export const GUARDS = 'apigw-proxy/guards, one guard';
export const RESULTS = 'apigw-proxy/results, one result';
export const EVENTS = 'apigw-proxy/events, one event';
export const SCHEMAS = 'apigw-proxy/schemas, one schema';
export const LOCAL = 'apigw-proxy/local, one API';
export const RENDER = 'apigw-proxy, one response as bytes';
export const CHECK = 'apigw-proxy/render, checkResult';

const PEERS: readonly Program[] = [
  {
    name: POWERTOOLS,
    owner: 'peer',
    imports: [['{ APIGatewayProxyEventSchema }', '@aws-lambda-powertools/parser/schemas/api-gateway']],
    use: 'APIGatewayProxyEventSchema.parse(event)',
  },
  { name: ZOD, owner: 'peer', imports: [['* as z', 'zod']], declare: `const schema = ${zodSource(REST)};`, use: 'schema.parse(event)' },
  {
    name: 'valibot, an equal schema',
    owner: 'peer',
    imports: [['* as v', 'valibot']],
    declare: `const schema = ${valibotSource(REST)};`,
    use: 'v.parse(schema, event)',
  },
  { name: 'ajv, standalone', owner: 'peer', imports: [['{ validate }', './ajv-check']], use: 'validate(event)' },
  { name: 'a guard written by hand', owner: 'limit', imports: [['{ isRestEvent }', './hand-guards']], use: 'isRestEvent(event)' },
];

const OURS: readonly Program[] = [
  { name: GUARDS, owner: 'ours', imports: [['{ isAPIGatewayProxyEvent }', 'apigw-proxy/guards']], use: 'isAPIGatewayProxyEvent(event)' },
  {
    name: SCHEMAS,
    owner: 'ours',
    imports: [['{ APIGatewayProxyEventSchema }', 'apigw-proxy/schemas']],
    use: 'APIGatewayProxyEventSchema.parse(event)',
  },
  { name: RESULTS, owner: 'ours', imports: [['{ resultsFor }', 'apigw-proxy/results']], use: `resultsFor('rest').json({ a: 1 })` },
  { name: EVENTS, owner: 'ours', imports: [['{ buildRestEvent }', 'apigw-proxy/events']], use: `buildRestEvent({ path: '/a' })` },
  {
    name: RENDER,
    owner: 'ours',
    imports: [['{ renderResult, toHttp1Bytes }', 'apigw-proxy']],
    use: `toHttp1Bytes(renderResult({ statusCode: 200, body: 'a' }, { target: 'rest' }))`,
  },
  {
    name: CHECK,
    owner: 'ours',
    imports: [['{ checkResult }', 'apigw-proxy/render']],
    use: `checkResult({ statusCode: 200, body: 'a' }, { target: 'rest' })`,
  },
];

/** Programs whose start is measured, from the first import to the end of the first call, without a bundler. */
export const starts: readonly Program[] = [
  { name: EMPTY, owner: 'limit', imports: [], use: 'event' },
  ...OURS,
  {
    name: 'apigw-proxy, one guard',
    owner: 'ours',
    imports: [['{ isAPIGatewayProxyEvent }', 'apigw-proxy']],
    use: 'isAPIGatewayProxyEvent(event)',
  },
  {
    name: LOCAL,
    owner: 'ours',
    imports: [['{ createLocalApi }', 'apigw-proxy/local']],
    use: `createLocalApi({ target: 'rest', routes: { 'GET /a': async () => ({ statusCode: 200 }) } })`,
  },
  {
    name: 'apigw-proxy/arbitraries, one draw of an event',
    owner: 'ours',
    imports: [
      ['{ event as arbitrary }', 'apigw-proxy/arbitraries'],
      ['* as fc', 'fast-check'],
    ],
    use: `fc.sample(arbitrary('rest'), 1)`,
  },
  ...PEERS,
];

/** Programs whose bundles are measured. */
export const bundles: readonly Program[] = [
  ...OURS,
  {
    name: 'apigw-proxy/events, toEvent',
    owner: 'ours',
    imports: [['{ toEvent }', 'apigw-proxy/events']],
    use: `toEvent({ method: 'GET', target: '/', headers: [] }, { target: 'rest' })`,
  },
  ...PEERS,
];

/** Returns a program as an ES module, or as a CommonJS module, whose export `use` does the work. */
export function sourceOf({ imports, declare = '', use }: Program, format: 'esm' | 'cjs'): string {
  const loads = imports.map(([names, from]) => {
    const file = from.startsWith('.') ? `${from}.${format === 'esm' ? 'mjs' : 'cjs'}` : from;
    return format === 'esm'
      ? `import ${names} from '${file}';`
      : `const ${names.replace('* as ', '').replace(' as ', ': ')} = require('${file}');`;
  });
  const define = format === 'esm' ? 'export const use =' : 'exports.use =';
  return `${loads.join('\n')}\n${declare}\n${define} (event) => ${use};\n`;
}
