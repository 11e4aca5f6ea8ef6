import { playAdapter, playOwnAdapter } from './adapters.js';
import { playBuilder } from './builders.js';
import { LAMBDA_LOCAL } from './emulators/lambda-local.js';
import { playOwnApi } from './emulators/own.js';
import { SANDBOX } from './emulators/sandbox.js';
import { type Emulator, playEmulator } from './emulators/serve.js';
import { SERVERLESS_OFFLINE } from './emulators/serverless-offline.js';
import { playSrvx } from './emulators/srvx.js';
import { playOwnBuilders } from './own-builders.js';
import type { Peer } from './peer.js';

const HTTP_TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const;

/** This library. */
const OWN = { name: 'apigw-proxy', packages: {} } as const;

const EVERYTHING = [
  'authorizers',
  'API keys',
  'binary media types',
  'compression',
  'CORS',
  'custom domains',
  'failed functions',
  'named stages of HTTP APIs',
  'routes',
  'size limits',
  'stage variables',
  'streaming',
  'the test button of the console',
  'timeouts of functions',
  'timeouts of integrations',
] as const;

const EMULATORS: readonly Peer[] = [
  {
    ...OWN,
    role: 'emulator',
    claims: 'serves every target and feature with its local API',
    targets: HTTP_TARGETS,
    features: EVERYTHING,
    play: playOwnApi,
  },
  {
    name: 'serverless-offline',
    role: 'emulator',
    packages: { 'serverless-offline': '14.8.2', osls: '4.3.1' },
    claims: 'emulates Lambda and API Gateway for the Serverless Framework: REST and HTTP APIs, authorizers, API keys, CORS',
    targets: ['rest', 'http-1.0', 'http-2.0'],
    features: ['authorizers', 'API keys', 'binary media types', 'CORS', 'failed functions', 'routes', 'timeouts of functions'],
    play: served(SERVERLESS_OFFLINE),
  },
  {
    name: '@architect/sandbox',
    role: 'emulator',
    packages: { '@architect/sandbox': '9.0.0' },
    claims: 'serves HTTP APIs of Architect projects, with payload 1.0 or 2.0',
    targets: ['http-1.0', 'http-2.0'],
    features: ['failed functions', 'routes', 'size limits'],
    remark: 'A result with `cookies: null`, as functions in .NET return it, ends its server.',
    play: served(SANDBOX),
  },
  {
    name: 'lambda-local',
    role: 'emulator',
    packages: { 'lambda-local': '2.2.0' },
    claims: 'runs a function, in its watch mode as an HTTP server with payload 2.0. Its README says that it is light rather than complete',
    targets: ['http-2.0', 'function-url'],
    features: ['failed functions'],
    play: served(LAMBDA_LOCAL),
  },
  {
    name: 'srvx',
    role: 'emulator',
    packages: { srvx: '1.0.8' },
    claims: 'calls a handler with a Fetch request (`invokeLambdaHandler`). Its events have version 2.0, and also fields of payload 1.0',
    targets: ['http-2.0', 'function-url'],
    features: [],
    play: playSrvx,
  },
];

const BUILDERS: readonly Peer[] = [
  {
    ...OWN,
    role: 'builder',
    claims: 'translates requests into events of every kind',
    targets: [...HTTP_TARGETS, 'websocket'],
    features: EVERYTHING,
    play: playOwnBuilders,
  },
  builder('@serverless/event-mocks', '1.1.1', 'merges fields into a sample of a REST event'),
  builder('aws-event-mocks', '0.0.0', 'merges fields into a sample of a REST event'),
  builder('lambda-event-mock', '1.5.0', 'builds REST events field by field'),
  builder('aws-lambda-test-utils', '1.3.0', 'puts fields into a sample of a REST event'),
  {
    ...builder('serverless-plugin-test-helper', '2.6.4', 'merges fields into a sample of a REST event or an event of payload 2.0'),
    targets: ['rest', 'http-2.0'],
  },
];

const EXPRESS = { express: '5.3.0' };

const ADAPTERS: readonly Peer[] = [
  {
    ...OWN,
    role: 'adapter',
    claims: 'runs a Fetch app behind API Gateway and function URLs (`fetchHandler`)',
    targets: HTTP_TARGETS,
    features: EVERYTHING,
    play: playOwnAdapter,
  },
  adapter('hono', '4.13.19', {}, 'runs a Hono app behind API Gateway, function URLs and others (`hono/aws-lambda`)'),
  adapter('srvx', '1.0.8', {}, 'runs a Fetch app behind API Gateway and function URLs (`toLambdaHandler`)'),
  {
    ...adapter('@hattip/adapter-aws-lambda', '0.0.49', {}, 'runs a Fetch app behind payload 2.0 and function URLs'),
    targets: ['http-2.0', 'function-url'],
  },
  adapter(
    '@aws-lambda-powertools/event-handler',
    '2.35.0',
    {},
    'routes events of API Gateway and function URLs to functions of Fetch requests',
  ),
  adapter('serverless-http', '4.0.0', EXPRESS, 'runs an app of Express or another framework behind API Gateway'),
  adapter('@codegenie/serverless-express', '5.0.0', EXPRESS, 'runs an Express app behind API Gateway and other services'),
  adapter('@vendia/serverless-express', '4.12.6', EXPRESS, 'is the predecessor of @codegenie/serverless-express'),
  {
    ...adapter(
      '@h4ad/serverless-adapter',
      '4.4.0',
      EXPRESS,
      'runs an app of Express or another framework behind API Gateway and other services',
    ),
    remark: 'Its option `lowercaseRequestHeaders` was set, because Express finds no header of payload 1.0 without it.',
  },
  adapter('@fastify/aws-lambda', '6.4.1', { fastify: '5.12.8' }, 'runs a Fastify app behind API Gateway and other services'),
];

/** Every peer, in the order of the page. This library is the first of each role. */
export const PEERS: readonly Peer[] = [...EMULATORS, ...BUILDERS, ...ADAPTERS];

function served(emulator: Emulator): Peer['play'] {
  return (cases, home) => playEmulator(emulator, cases, home);
}

function builder(name: string, version: string, claims: string): Peer {
  return {
    name,
    role: 'builder',
    packages: { [name]: version },
    claims,
    targets: ['rest'],
    features: ['binary media types', 'routes'],
    play: (cases, home) => playBuilder(name, cases, home),
  };
}

/** An adapter gets AWS's event, so it doesn't matter to it what made the event so. */
function adapter(name: string, version: string, others: Readonly<Record<string, string>>, claims: string): Peer {
  return {
    name,
    role: 'adapter',
    packages: { [name]: version, ...others },
    claims,
    targets: HTTP_TARGETS,
    features: EVERYTHING,
    play: (cases, home) => playAdapter(name, cases, home),
  };
}
