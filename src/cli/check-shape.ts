import { EXIT } from './command.js';
import type { Io } from './io.js';
import type { AnswerKind, KnownKind } from './meant-kind.js';
import { paint } from './paint.js';
import { printable } from './printable.js';
import type { Problem } from './shape-problems.js';

/** A kind of event or answer, for its reader. */
interface Shape {
  /** What it is called. */
  readonly name: string;
  /** A whole one, or the command that prints one. */
  readonly whole: string;
}

/** The names of all kinds, and how to print or write a whole one. */
export const SHAPES: Readonly<Record<KnownKind | AnswerKind, Shape>> = {
  rest: { name: 'event of a REST API (rest)', whole: 'apigw-proxy event rest' },
  'http-1.0': { name: 'event of an HTTP API, payload 1.0 (http-1.0)', whole: 'apigw-proxy event http-1.0' },
  'http-2.0': { name: 'event of an HTTP API, payload 2.0 (http-2.0)', whole: 'apigw-proxy event http-2.0' },
  'function-url': { name: 'event of a function URL (function-url)', whole: 'apigw-proxy event function-url' },
  'websocket-connect': {
    name: '$connect event of a WebSocket API (websocket-connect)',
    whole: "apigw-proxy event websocket --route '$connect'",
  },
  'websocket-message': { name: 'message event of a WebSocket API (websocket-message)', whole: 'apigw-proxy event websocket --route say' },
  'websocket-disconnect': {
    name: '$disconnect event of a WebSocket API (websocket-disconnect)',
    whole: "apigw-proxy event websocket --route '$disconnect'",
  },
  'authorizer-token': {
    name: 'TOKEN authorizer event of a REST API (authorizer-token)',
    whole: 'apigw-proxy event rest --authorizer token -H Authorization:abc',
  },
  'authorizer-request-rest': {
    name: 'REQUEST authorizer event of a REST API (authorizer-request-rest)',
    whole: 'apigw-proxy event rest --authorizer request',
  },
  'authorizer-request-http-1.0': {
    name: 'authorizer event of an HTTP API, payload 1.0 (authorizer-request-http-1.0)',
    whole: 'apigw-proxy event http-1.0 --authorizer request',
  },
  'authorizer-request-http-2.0': {
    name: 'authorizer event of an HTTP API, payload 2.0 (authorizer-request-http-2.0)',
    whole: 'apigw-proxy event http-2.0 --authorizer request',
  },
  'authorizer-request-websocket': {
    name: 'authorizer event of a WebSocket API (authorizer-request-websocket)',
    whole: 'apigw-proxy event websocket --authorizer request',
  },
  policy: {
    name: 'policy of a Lambda authorizer',
    whole:
      '{"principalId":"me","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"}]}}',
  },
  'simple-answer': { name: 'simple answer of a Lambda authorizer of an HTTP API', whole: '{"isAuthorized":true,"context":{"user":"me"}}' },
};

const WITHOUT_ZOD =
  'apigw-proxy: zod says which field is wrong: install it beside apigw-proxy, or call npx -p zod -p apigw-proxy apigw-proxy check.';

/** Prints whether a value is whole, and if not, why and what a whole one looks like; gives the exit code. */
export async function checkShape(value: unknown, kind: KnownKind | AnswerKind, isWhole: boolean, io: Io): Promise<number> {
  const { name, whole } = SHAPES[kind];
  io.write(`${isWhole ? paint('valid', 'green', io.isColoured) : paint('invalid', 'red', io.isColoured)} ${name}\n`);
  if (isWhole) return EXIT.ok;
  const problems = await problemsOf(kind, value);
  if (problems === undefined) io.warn(WITHOUT_ZOD);
  else {
    for (const { path, message } of problems) io.write(`  ${printable(`${path.join('.') || '(all of it)'}: ${message}`)}\n`);
    io.write(`    A whole one: ${whole}\n`);
  }
  return EXIT.refused;
}

/** Guards know that something is wrong, schemas where; without zod, an optional peer, there are none. */
async function problemsOf(kind: KnownKind | AnswerKind, value: unknown): Promise<readonly Problem[] | undefined> {
  const schemas = await import('./shape-problems.js').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes("'zod'")) return undefined;
    throw error;
  });
  return schemas?.shapeProblems(kind, value);
}
