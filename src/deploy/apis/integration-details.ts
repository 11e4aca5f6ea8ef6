import { isObject } from '../../http/is-object.js';
import type { DeployedRoute } from '../deployment.js';

/** An integration as API Gateway has it, in the spelling of `x-amazon-apigateway-integration`. */
export type IntegrationDetails = Readonly<Record<string, unknown>>;

/** What a mock integration answers, as far as its templates do not decide. */
export type MockAnswer = NonNullable<DeployedRoute['mock']>;

/** `"statusCode": 200` in the request template of a mock integration. Its JSON may lack quotes. */
const STATUS = /^\{["']?statusCode["']?:["']?(\d{3})["']?\}$/;

/** A response of an integration. */
interface Response {
  readonly pattern: string;
  readonly status: number;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * Returns what a mock integration answers, or `undefined` if that depends on the request.
 *
 * documented: the `statusCode` of the request template chooses the response whose pattern matches it, or else the default.
 */
export function mockAnswerOf({ requestTemplates, responses }: IntegrationDetails): MockAnswer | undefined {
  const template = isObject(requestTemplates) ? (requestTemplates['application/json'] ?? Object.values(requestTemplates)[0]) : undefined;
  const [, status] = (typeof template === 'string' ? STATUS.exec(template.replaceAll(/\s+/g, '')) : null) ?? [];
  if (status === undefined) return undefined;
  const response = chooseResponse(listResponses(responses), status);
  if (response === undefined) return undefined;
  const headers = literalHeaders(response.parameters);
  return { status: response.status, ...(Object.keys(headers).length > 0 ? { headers } : {}) };
}

function listResponses(responses: unknown): readonly Response[] {
  if (!isObject(responses)) return [];
  return Object.entries(responses).flatMap(([pattern, response]) => {
    const status = isObject(response) ? Number(response['statusCode']) : Number.NaN;
    const parameters = isObject(response) && isObject(response['responseParameters']) ? response['responseParameters'] : {};
    return Number.isInteger(status) ? [{ pattern, status, parameters }] : [];
  });
}

/** The response with the status as its pattern, or else the default. `undefined` if a regular expression might match. */
function chooseResponse(responses: readonly Response[], status: string): Response | undefined {
  const exact = responses.find(({ pattern }) => pattern === status);
  const isOpen = responses.some(({ pattern }) => pattern !== 'default' && !/^\d+$/.test(pattern));
  return exact ?? (isOpen ? undefined : responses.find(({ pattern }) => pattern === 'default'));
}

/** Headers with a text in single quotes. The others depend on the request. */
function literalHeaders(parameters: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => {
      const [, header] = /^method\.response\.header\.(.+)$/.exec(name) ?? [];
      const [, text] = (typeof value === 'string' ? /^'(.*)'$/s.exec(value) : null) ?? [];
      return header === undefined || text === undefined ? [] : [[header, text]];
    }),
  );
}
