import { readRenderCases, readRequestCases } from '../cases/read-cases.js';
import type { RequestCase } from '../cases/request-case.js';
import { HANDLER_SOURCE } from './handler-source.js';
import { stackApis } from './stack-apis.js';
import { stackTemplate } from './stack-template.js';

/**
 * Returns the files of the stack that the player plays the cases against: a SAM template, the code of its functions, and what they return.
 * Keys are file names, values their text.
 *
 * @throws nothing.
 * @example
 * for (const [name, text] of Object.entries(conformanceStack())) writeFileSync(join('stack', name), text);
 */
export function conformanceStack(): Readonly<Record<'template.json' | 'handler.mjs' | 'results.json', string>> {
  const results = {
    results: Object.fromEntries(readRenderCases().map(({ id, lambdaResult }) => [id, lambdaResult])),
    authorizers: Object.fromEntries(readRequestCases().flatMap(authorizerAnswer)),
    tokens: Object.fromEntries(readRequestCases().flatMap(tokenPath)),
  };
  return {
    'template.json': `${JSON.stringify(stackTemplate(stackApis()), null, 2)}\n`,
    'handler.mjs': HANDLER_SOURCE,
    'results.json': `${JSON.stringify(results)}\n`,
  };
}

/** Returns what the authorizer of a case answers. For a case about the authorizer's event, it answers with the event. */
function authorizerAnswer({ id, event, settings = {} }: RequestCase): [id: string, answer: object][] {
  if (event !== 'proxy' || settings.authorizer === undefined) return [];
  const { principalId, context } = settings.authorizer.result ?? {};
  return [[id, { ...(principalId !== undefined && { principalId }), ...(context && { context }) }]];
}

/** An authorizer for tokens gets no headers, so that it knows the case by its path. */
function tokenPath({ id, event, route, settings = {} }: RequestCase): [path: string, id: string][] {
  return event === 'authorizer-token' || settings.authorizer?.type === 'TOKEN' ? [[route, id]] : [];
}
