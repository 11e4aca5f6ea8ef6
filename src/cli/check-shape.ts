import type { AnswerKind, KnownKind } from './meant-kind.js';
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

/** About an event, or the answer of an authorizer. */
export interface ShapeVerdict {
  readonly kind: KnownKind | AnswerKind;
  readonly isValid: boolean;
  /** Absent if it is valid, and `undefined` without zod, which finds them. */
  readonly problems?: readonly Problem[] | undefined;
}

/** Judges an event, or the answer of an authorizer. */
export async function checkShape(value: unknown, kind: KnownKind | AnswerKind, isValid: boolean): Promise<ShapeVerdict> {
  return isValid ? { kind, isValid } : { kind, isValid, problems: await findProblems(kind, value) };
}

/** Finds the problems of a value with its schema, because a guard only finds that there are some. Returns `undefined` without zod. */
async function findProblems(kind: KnownKind | AnswerKind, value: unknown): Promise<readonly Problem[] | undefined> {
  const schemas = await import('./shape-problems.js').catch((error: NodeJS.ErrnoException) => {
    if (error.message.includes('zod')) return undefined; // missing or too old
    throw error;
  });
  return schemas?.shapeProblems(kind, value);
}
