import { isHttpApi, type Target } from '../../aws/target.js';
import type { Sentences } from './sentences.js';

/** The sentences of a preflight request that fails. */
export const REFUSED_PREFLIGHT: Sentences = {
  message: ({ found }) => `This is a CORS preflight request, and ${causeOfRefusal(found).message}.`,
  fix: ({ found, target }) => causeOfRefusal(found).fix(target),
};

/** Why a preflight request fails, and what to do about it. */
interface RefusedPreflight {
  readonly message: string;
  readonly fix: (target: Target) => string;
}

const REFUSED_PREFLIGHTS: Readonly<Record<'authorizer' | 'api-key' | 'no-route', RefusedPreflight>> = {
  authorizer: {
    message: "browsers send it without credentials. So the authorizer refuses it, and the browser doesn't send the actual request",
    fix: (target) => `Add ${OPTIONS_ROUTES[target]} without an authorizer.`,
  },
  'api-key': {
    message: "browsers send it without an API key. So the gateway refuses it, and the browser doesn't send the actual request",
    fix: (target) => `Add ${OPTIONS_ROUTES[target]} that requires no API key.`,
  },
  'no-route': {
    message: "no route matches it. So the browser doesn't send the actual request",
    fix: (target) => (isHttpApi(target) ? 'Set `cors` in the settings of the API.' : `Add ${OPTIONS_ROUTES[target]}.`),
  },
};

function causeOfRefusal(found: string): RefusedPreflight {
  return found === 'api-key' || found === 'no-route' ? REFUSED_PREFLIGHTS[found] : REFUSED_PREFLIGHTS.authorizer;
}

/** What to add so that preflight requests get an answer without an authorizer or an API key. */
const OPTIONS_ROUTES: Readonly<Record<Target, string>> = {
  rest: 'an OPTIONS method to the resource',
  'http-1.0': 'a route `OPTIONS /{proxy+}`',
  'http-2.0': 'a route `OPTIONS /{proxy+}`',
  'function-url': 'a CORS configuration',
  websocket: 'a route',
};
