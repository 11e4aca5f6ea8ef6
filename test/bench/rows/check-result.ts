import { checkResult, isAPIGatewayProxyStructuredResultV2, renderResult } from 'apigw-proxy';
import { APIGatewayProxyStructuredResultV2Schema } from 'apigw-proxy/schemas';
import { type Contender, type Group, limit, ours } from './group.js';
import { headers } from './inputs.js';

export const JSON_STRINGIFY = 'JSON.stringify of the result';

const VALID = {
  statusCode: 200,
  headers: { 'content-type': 'application/json', ...headers(3) },
  body: JSON.stringify({ text: 'x'.repeat(850) }),
};
const INVALID = { ...VALID, statusCode: '200 OK', body: { text: 'x' } };
const GATEWAY = { target: 'http-2.0' } as const;

export const checkGroups: readonly Group[] = [
  { name: 'Check a valid result of 1 kB', topic: 'render', base: JSON_STRINGIFY, prepare: () => prepare(VALID, true) },
  { name: 'Explain what is wrong with a result', topic: 'render', base: JSON_STRINGIFY, prepare: () => prepare(INVALID, false) },
];

async function prepare(result: unknown, valid: boolean): Promise<readonly Contender[]> {
  return [
    limit(JSON_STRINGIFY, () => JSON.stringify(result)),
    ours(
      'checkResult',
      () => checkResult(result, GATEWAY),
      (issues) => Array.isArray(issues) && (issues.length === 0) === valid,
    ),
    ours(
      'guard',
      () => isAPIGatewayProxyStructuredResultV2(result),
      (accepted) => accepted === valid,
    ),
    ours(
      'schema',
      () => APIGatewayProxyStructuredResultV2Schema.safeParse(result).success,
      (accepted) => accepted === valid,
    ),
    ours('renderResult', () => renderResult(result, GATEWAY)),
  ];
}
