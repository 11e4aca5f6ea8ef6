import { EXIT } from './command.js';
import type { Io } from './io.js';
import type { AnswerKind, KnownKind } from './meant-kind.js';
import { paint } from './paint.js';
import { printable } from './printable.js';
import type { Problem } from './shape-problems.js';

/** The name of a kind of event or answer, and an example of it. */
interface Shape {
  /** Its name. */
  readonly name: string;
  /** A valid one, or the command that prints one. */
  readonly example: string;
}

/** All kinds. */
export const SHAPES: Readonly<Record<KnownKind | AnswerKind, Shape>> = {
  rest: { name: 'event of a REST API (rest)', example: 'apigw-proxy event rest' },
  'http-1.0': { name: 'event of an HTTP API, payload 1.0 (http-1.0)', example: 'apigw-proxy event http-1.0' },
  'http-2.0': { name: 'event of an HTTP API, payload 2.0 (http-2.0)', example: 'apigw-proxy event http-2.0' },
  'function-url': { name: 'event of a function URL (function-url)', example: 'apigw-proxy event function-url' },
  'websocket-connect': {
    name: '$connect event of a WebSocket API (websocket-connect)',
    example: "apigw-proxy event websocket --route '$connect'",
  },
  'websocket-message': { name: 'message event of a WebSocket API (websocket-message)', example: 'apigw-proxy event websocket --route say' },
  'websocket-disconnect': {
    name: '$disconnect event of a WebSocket API (websocket-disconnect)',
    example: "apigw-proxy event websocket --route '$disconnect'",
  },
  'authorizer-token': {
    name: 'TOKEN authorizer event of a REST API (authorizer-token)',
    example: 'apigw-proxy event rest --authorizer token -H Authorization:abc',
  },
  'authorizer-request-rest': {
    name: 'REQUEST authorizer event of a REST API (authorizer-request-rest)',
    example: 'apigw-proxy event rest --authorizer request',
  },
  'authorizer-request-http-1.0': {
    name: 'authorizer event of an HTTP API, payload 1.0 (authorizer-request-http-1.0)',
    example: 'apigw-proxy event http-1.0 --authorizer request',
  },
  'authorizer-request-http-2.0': {
    name: 'authorizer event of an HTTP API, payload 2.0 (authorizer-request-http-2.0)',
    example: 'apigw-proxy event http-2.0 --authorizer request',
  },
  'authorizer-request-websocket': {
    name: 'authorizer event of a WebSocket API (authorizer-request-websocket)',
    example: 'apigw-proxy event websocket --authorizer request',
  },
  policy: {
    name: 'policy of a Lambda authorizer',
    example:
      '{"principalId":"me","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"}]}}',
  },
  'simple-answer': {
    name: 'simple answer of a Lambda authorizer of an HTTP API',
    example: '{"isAuthorized":true,"context":{"user":"me"}}',
  },
};

const WITHOUT_ZOD = 'apigw-proxy: Install zod to see which field is wrong, or run npx -p zod -p apigw-proxy apigw-proxy check.';

/** Prints whether a value is valid, and if not, why, with a valid example. Returns the exit code. */
export async function checkShape(value: unknown, kind: KnownKind | AnswerKind, isValid: boolean, io: Io): Promise<number> {
  const { name, example } = SHAPES[kind];
  io.write(`${isValid ? paint('valid', 'green', io.isColoured) : paint('invalid', 'red', io.isColoured)} ${name}\n`);
  if (isValid) return EXIT.ok;
  const problems = await findProblems(kind, value);
  if (problems === undefined) io.warn(WITHOUT_ZOD);
  else {
    for (const { path, message } of problems) io.write(`  ${printable(`${path.join('.') || '(the value)'}: ${message}`)}\n`);
    io.write(`    A valid one: ${example}\n`);
  }
  return EXIT.invalid;
}

/** Finds the problems of a value with its schema, because a guard only finds that there are some. Returns `undefined` without zod. */
async function findProblems(kind: KnownKind | AnswerKind, value: unknown): Promise<readonly Problem[] | undefined> {
  const schemas = await import('./shape-problems.js').catch((error: NodeJS.ErrnoException) => {
    if (error.message.includes('zod')) return undefined; // missing or too old
    throw error;
  });
  return schemas?.shapeProblems(kind, value);
}
