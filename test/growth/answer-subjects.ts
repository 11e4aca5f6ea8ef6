import { buildUrl } from '../../src/custom/http/build-url.js';
import { renderHttpAnswer } from '../../src/custom/http/render-http-answer.js';
import { toHttpCall } from '../../src/custom/http/to-http-call.js';
import { type HttpIntegration, type MockIntegration, renderMock } from '../../src/custom/index.js';
import { readStatus } from '../../src/custom/mock/read-status.js';
import { type HttpRequest, payload } from '../../src/index.js';
import { explainMiss } from '../../src/local/answer/explain-miss.js';
import { findMismatch } from '../../src/local/answer/find-mismatch.js';
import type { Subject } from './subjects.js';

const REST = { target: 'rest', route: 'ANY /{proxy+}' } as const;
const LONG_NAME = `x-${'long-'.repeat(52)}`;

function numbers(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index);
}

function requestOf(target: string, headers: HttpRequest['headers'] = []): HttpRequest {
  return { method: 'GET', target, headers };
}

const MOCK: MockIntegration = {
  integration: 'mock',
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  responses: [{ statusCode: 200, responseTemplates: { 'application/json': "$input.params('a')" } }],
};
const PROXY: HttpIntegration = { integration: 'http-proxy', uri: 'http://127.0.0.1/a' };
const HTTP: HttpIntegration = {
  integration: 'http',
  uri: 'http://127.0.0.1/a',
  responses: [{ statusCode: 200, responseTemplates: { 'application/json': "$input.json('$')" } }],
};
const NO_OVERRIDES = { requestOverride: undefined, responseOverride: undefined };

/** What a request to a route without a function, or without a route, costs. */
export const answerSubjects: readonly Subject[] = [
  ...['GET /users/{id}', 'GET /{id}/x', 'ANY /a/{rest+}'].map(
    (route): Subject => ({
      name: `explainMiss: segments of a path, beside ${route}`,
      prepare: (n) => () => explainMiss(requestOf(`/prod${'/user'.repeat(n)}`), { target: 'rest' }, [route]),
    }),
  ),
  {
    name: 'explainMiss: the text of a path',
    prepare: (n) => () => explainMiss(requestOf(`/prod/${'u%41'.repeat(n)}`), { target: 'rest' }, ['GET /users/{id}']),
  },
  {
    name: 'explainMiss: a path without the stage',
    prepare: (n) => () => explainMiss(requestOf(`/${'u'.repeat(n)}/a`), { target: 'rest' }, ['GET /users/{id}']),
  },
  {
    name: 'findMismatch: keys of a result',
    prepare: (n) => {
      const result = Object.fromEntries(numbers(n).map((index) => [`k${index}`, index]));
      return () => findMismatch({ result, gateway: { target: 'rest' } }, { ok: false, issues: [] });
    },
  },
  {
    name: 'findMismatch: the text of a result',
    prepare: (n) => {
      const result = payload(JSON.stringify(numbers(n)));
      return () => findMismatch({ result, gateway: { target: 'rest' } }, { ok: false, issues: [] });
    },
  },
  {
    name: 'findMismatch: the message of an error',
    prepare: (n) => {
      const error = new Error(`Cannot read properties of undefined (reading '${'a'.repeat(n)}')`);
      return () => findMismatch({ result: undefined, error, gateway: { target: 'rest' } }, { ok: false, issues: [] });
    },
  },
  {
    name: 'renderMock: parameters of the query',
    prepare: (n) => () => renderMock(requestOf(`/prod/a?a=1${'&b=2'.repeat(n)}`), MOCK, REST),
  },
  ...Object.entries({
    text: (n: number) => '{a '.repeat(n),
    blanks: (n: number) => `{ statusCode${' '.repeat(n)}`,
    words: (n: number) => `{${'statusCode '.repeat(n)}`,
    JSON: (n: number) => JSON.stringify({ statusCode: 200, items: numbers(n) }),
  }).map(
    ([name, make]): Subject => ({
      name: `the status of a mock: ${name}`,
      prepare: (n) => {
        const text = make(n);
        return () => readStatus(text);
      },
    }),
  ),
  {
    name: 'toHttpCall: parameters of the query',
    prepare: (n) => () => toHttpCall(requestOf(`/prod/a?a=1${'&b=2'.repeat(n)}`), PROXY, REST),
  },
  {
    name: 'toHttpCall: headers',
    prepare: (n) => {
      const request = requestOf(
        '/prod/a',
        numbers(n).map((index) => [`${LONG_NAME}${index}`, 'v'] as const),
      );
      return () => toHttpCall(request, PROXY, REST);
    },
  },
  ...Object.entries({ parameters: '{id}/', braces: '{', dollars: '$', 'stage variables': `\${stageVariables.a}/` }).map(
    ([name, part]): Subject => ({
      name: `the URL of an HTTP integration: ${name}`,
      prepare: (n) => {
        const uri = `http://127.0.0.1/${part.repeat(n)}`;
        const parts = { path: { id: 'a' }, query: {}, passedQuery: '', stageVariables: { a: 'b' } };
        return () => buildUrl(uri, parts, []);
      },
    }),
  ),
  {
    name: 'the URL of an HTTP integration: a parameter that looks like a URL',
    prepare: (n) => () =>
      buildUrl('http://127.0.0.1/{id}', { path: { id: '{id}?#'.repeat(n) }, query: {}, passedQuery: '', stageVariables: {} }, []),
  },
  {
    name: 'renderHttpAnswer: headers',
    prepare: (n) => {
      const answer = { status: 200, headers: numbers(n).map((index) => [`${LONG_NAME}${index}`, 'v'] as const), body: new Uint8Array() };
      return () => renderHttpAnswer(answer, HTTP, REST, requestOf('/prod/a'), NO_OVERRIDES);
    },
  },
  {
    name: 'renderHttpAnswer: the body',
    prepare: (n) => {
      const answer = { status: 200, headers: [], body: new TextEncoder().encode(JSON.stringify(numbers(n))) };
      return () => renderHttpAnswer(answer, HTTP, REST, requestOf('/prod/a'), NO_OVERRIDES);
    },
  },
];
