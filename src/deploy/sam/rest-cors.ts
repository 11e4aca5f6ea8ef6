import { dropUndefined } from '../../gateway/drop-undefined.js';
import { routeMethodOf } from '../../gateway/route-method.js';
import type { ApiDraft } from '../apis/draft.js';
import { type IntegrationDetails, mockAnswerOf } from '../apis/integration-details.js';
import type { DeployedRoute } from '../deployment.js';
import { asValue } from '../intrinsics/call.js';
import { textOf } from '../intrinsics/text.js';
import type { KeyRules } from '../reading/keys.js';
import { type Place, unsupported } from '../reading/place.js';
import { readFields } from '../template/properties.js';
import { readText } from '../template/values.js';
import type { SamAuth } from './rest-auth.js';
import { accessOf } from './route-access.js';

const CORS = {
  AllowOrigin: 'read',
  AllowMethods: 'read',
  AllowHeaders: 'read',
  MaxAge: 'read',
  AllowCredentials: 'read',
} as const satisfies KeyRules;

const ALL_METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** The CORS headers of an API, in the single quotes of a mapping. */
interface CorsHeaders {
  readonly origin: string;
  /** Absent: the methods of each path. */
  readonly methods?: string | undefined;
  readonly headers?: string | undefined;
  readonly maxAge?: string | undefined;
  readonly credentials?: string | undefined;
}

/**
 * Adds the preflight routes that SAM makes from `Cors`: one for each path without OPTIONS.
 *
 * @param methodsByPath the methods of the paths of the definition body. Paths of events are added.
 */
export function addPreflightRoutes(
  draft: ApiDraft,
  value: unknown,
  methodsByPath: ReadonlyMap<string, readonly string[]>,
  auth: SamAuth,
  place: Place,
): void {
  if (value === undefined) return;
  const cors = readCorsHeaders(value, place);
  const done = new Set<string>();
  for (const [path, methods] of listPaths(draft, methodsByPath)) {
    const resource = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    if (done.has(resource)) continue; // API Gateway has one resource for a path with and without a slash at the end
    done.add(resource);
    if (!methods.includes('OPTIONS')) draft.routes.push({ route: preflightRoute(path, methods, cors, auth, place), place });
  }
}

/** Lists the paths of an API with their methods. */
function listPaths({ routes }: ApiDraft, methodsByPath: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const paths = new Map(methodsByPath);
  for (const { route } of routes) {
    const method = routeMethodOf(route.key) ?? 'ANY';
    const path = route.key.slice(method.length + 1);
    const methods = paths.get(path) ?? [];
    if (!methods.includes(method)) paths.set(path, [...methods, method]);
  }
  return paths;
}

function preflightRoute(path: string, methods: readonly string[], cors: CorsHeaders, auth: SamAuth, place: Place): DeployedRoute {
  const allowed = methods.includes('ANY') ? ALL_METHODS : [...new Set([...methods, 'OPTIONS'])].sort();
  const details = preflightDetails({ ...cors, methods: cors.methods ?? `'${allowed.join(',')}'` });
  const key = `OPTIONS ${path}`;
  return { key, integration: 'mock', ...dropUndefined({ mock: mockAnswerOf(details) }), ...accessOf(key, {}, auth, place), details };
}

/** The mock integration, as SAM writes it. */
function preflightDetails({ origin, methods, headers, maxAge, credentials }: CorsHeaders): IntegrationDetails {
  const parameters = dropUndefined({
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Headers': headers,
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Max-Age': maxAge,
    'Access-Control-Allow-Credentials': credentials,
  });
  const responseParameters = Object.fromEntries(Object.entries(parameters).map(([name, text]) => [`method.response.header.${name}`, text]));
  return {
    type: 'mock',
    requestTemplates: { 'application/json': '{\n  "statusCode" : 200\n}\n' },
    responses: { default: { statusCode: '200', responseParameters, responseTemplates: { 'application/json': '{}\n' } } },
  };
}

/** `Cors` is the origin alone, or an object. The values have single quotes inside. */
function readCorsHeaders(value: unknown, place: Place): CorsHeaders {
  const origin = asValue(value);
  const { keys, read } = readFields(origin === undefined ? value : { AllowOrigin: textOf(origin) }, CORS, place);
  return {
    origin: read('AllowOrigin', readQuoted) ?? "'*'",
    methods: read('AllowMethods', readQuoted),
    headers: read('AllowHeaders', readQuoted),
    maxAge: read('MaxAge', readQuoted),
    credentials: keys.AllowCredentials === true ? "'true'" : undefined,
  };
}

function readQuoted(value: unknown, place: Place): string | undefined {
  const text = readText(value, place);
  if (typeof value === 'string' && !/^'.*'$/s.test(value)) unsupported(place, `Write the value with single quotes inside: "'${text}'".`);
  return text;
}
