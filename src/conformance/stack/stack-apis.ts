import type { Target } from '../../aws/target.js';
import type { CorsConfiguration } from '../../gateway/cors.js';
import { readRenderCases, readRequestCases } from '../cases/read-cases.js';
import type { RenderCase } from '../cases/render-case.js';
import type { RequestCase } from '../cases/request-case.js';
import { isRenderCase, markOf, whyUnseen } from './seen-case.js';

/** An API of the stack: a target, the settings that its cases need, and their routes. */
export interface StackApi {
  /** Its name: the target, and what differs from the default settings. */
  readonly name: string;
  readonly target: Target;
  readonly settings: StackSettings;
  readonly routes: readonly StackRoute[];
  readonly cases: readonly string[];
}

/** Settings of an API that cases need. Absent: the default. */
export interface StackSettings {
  readonly stage?: string;
  readonly isEdge?: true;
  readonly binaryMediaTypes?: readonly string[];
  readonly minimumCompressionSize?: number;
  readonly cors?: CorsConfiguration;
  readonly stageVariables?: Readonly<Record<string, string>>;
  readonly isStreaming?: true;
  /** Function URLs: whether the function streams. */
  readonly streams?: true;
  /** Whether the routes have a catch-all, so that every path is found. */
  readonly catchesAll?: true;
}

/** A route of the stack. */
export interface StackRoute {
  readonly method: string;
  readonly path: string;
  /** The function behind it: one that returns, one that streams, or one whose own time runs out. */
  readonly function: 'Plain' | 'Stream' | 'Late';
  /** Whether the API stops waiting before the function does. */
  readonly isShort?: true;
  readonly authorizer?: StackAuthorizer;
  readonly needsKey?: true;
}

/**
 * A Lambda authorizer of the stack: `Request` and `Token` ask for the header `Authorization`, `Cached` is a `Token` that keeps its answers, and
 * `Open` asks for nothing.
 */
export type StackAuthorizer = 'Request' | 'Token' | 'Cached' | 'Open';

/** The stage of every API with a stage in its path. */
export const STAGE = 'stage';

/** Paths for cases about results. */
export const PATHS = {
  plain: '/case',
  stream: '/stream',
  short: '/short',
  late: '/late',
  guarded: '/guarded',
  key: '/key',
  none: '/nothing',
} as const;

let apis: readonly StackApi[] | undefined;

/** Returns the APIs that the cases need. */
export function stackApis(): readonly StackApi[] {
  apis ??= groupCases([...readRenderCases(), ...readRequestCases()].filter((given) => whyUnseen(given) === undefined));
  return apis;
}

/** Returns the API that a case needs, or `undefined` if it can't be seen over HTTP. */
export function apiOfCase(id: string): StackApi | undefined {
  return stackApis().find(({ cases }) => cases.includes(id));
}

interface Draft {
  readonly name: string;
  readonly target: Target;
  readonly settings: StackSettings;
  readonly routes: Map<string, StackRoute>;
  readonly cases: string[];
}

function groupCases(cases: readonly (RenderCase | RequestCase)[]): StackApi[] {
  const drafts = new Map<string, Draft>();
  for (const given of cases) {
    const settings = isRenderCase(given) ? resultSettings(given) : requestSettings(given);
    const route = isRenderCase(given) ? resultRoute(given) : requestRoute(given);
    const draft = findDraft(drafts, nameOf(given.api, settings), { target: given.api, settings, route });
    draft.routes.set(keyOf(route), route);
    draft.cases.push(given.id);
  }
  return [...drafts.values()].map(({ routes, ...rest }) => ({ ...rest, routes: [...routes.values()] }));
}

/** Finds the API with a name, or a second one if the route can't stand beside its routes. */
function findDraft(
  drafts: Map<string, Draft>,
  name: string,
  { target, settings, route }: Pick<Draft, 'target' | 'settings'> & { readonly route: StackRoute },
): Draft {
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? name : `${name}-${number}`;
    const draft = drafts.get(numbered);
    if (draft !== undefined && ![...draft.routes.values()].every((other) => canStandBeside(other, route, target))) continue;
    if (draft !== undefined) return draft;
    const made = { name: numbered, target, settings, routes: new Map(), cases: [] };
    drafts.set(numbered, made);
    return made;
  }
}

/** Whether an API can have both routes. In a REST API, two parameters below one parent must have one name. */
function canStandBeside(one: StackRoute, other: StackRoute, target: Target): boolean {
  if (keyOf(one) === keyOf(other)) return one.authorizer === other.authorizer;
  const [left, right] = [one.path.split('/'), other.path.split('/')];
  const at = left.findIndex((part, index) => part !== right[index]);
  const isParameter = (part: string | undefined): boolean => part?.startsWith('{') === true;
  return target !== 'rest' || at < 0 || !isParameter(left[at]) || !isParameter(right[at]);
}

function resultSettings(given: RenderCase): StackSettings {
  const { binaryMediaTypes, minimumCompressionSize, cors, responseTransferMode, invokeMode, endpointType } = given.settings ?? {};
  return {
    ...(binaryMediaTypes?.length && { binaryMediaTypes }),
    ...(minimumCompressionSize != null && { minimumCompressionSize }),
    ...(cors && { cors }),
    ...(endpointType === 'EDGE' && { isEdge: true }),
    ...((responseTransferMode === 'STREAM' || invokeMode === 'RESPONSE_STREAM') && { isStreaming: true }),
    ...(given.api === 'function-url' && streams(given) && { streams: true }),
  };
}

function requestSettings({ api, stage, route, settings = {} }: RequestCase): StackSettings {
  const { binaryMediaTypes, endpointType, stageVariables } = settings;
  return {
    ...(binaryMediaTypes?.length && { binaryMediaTypes }),
    ...(endpointType === 'EDGE' && { isEdge: true }),
    ...(stageVariables && { stageVariables }),
    ...(api.startsWith('http-') && stage !== '$default' && { stage: STAGE }),
    ...(api !== 'function-url' && route === '$default' && { catchesAll: true }),
  };
}

function streams(given: RenderCase): boolean {
  const mark = markOf(given);
  return mark.$stream !== undefined || mark.$streamBytes !== undefined;
}

function resultRoute(given: RenderCase): StackRoute {
  const type = markOf(given).$error?.type;
  if (type === 'timeout') return { method: 'ANY', path: PATHS.short, function: 'Plain', isShort: true };
  if (type === 'function-timeout') return { method: 'ANY', path: PATHS.late, function: 'Late' };
  if (type === 'forbidden') return { method: 'ANY', path: PATHS.key, function: 'Plain', needsKey: true };
  if (type === 'unauthorized' || type === 'access-denied') {
    return { method: 'ANY', path: PATHS.guarded, function: 'Plain', authorizer: 'Request' };
  }
  return streams(given)
    ? { method: 'ANY', path: PATHS.stream, function: 'Stream' }
    : { method: 'ANY', path: PATHS.plain, function: 'Plain' };
}

function requestRoute(given: RequestCase): StackRoute {
  const { api, route, request } = given;
  const [method = 'ANY', path = route] = api === 'rest' || route === '$default' ? ['ANY', route] : route.split(' ');
  const authorizer = authorizerOf(given);
  return { method: api === 'rest' ? request.method : method, path, function: 'Plain', ...(authorizer && { authorizer }) };
}

function authorizerOf({ event, settings = {} }: RequestCase): StackAuthorizer | undefined {
  if (event === 'authorizer-token') return 'Token';
  if (event === 'authorizer-request') return settings.identitySource === undefined ? 'Open' : 'Request';
  if (settings.authorizer?.type === 'TOKEN') return settings.authorizer.cached ? 'Cached' : 'Token';
  return settings.authorizer === undefined ? undefined : 'Request';
}

function keyOf({ method, path }: StackRoute): string {
  return `${method} ${path}`;
}

/** `rest` with a list of binary media types → `rest-image-png-any-test`. */
function nameOf(target: Target, settings: StackSettings): string {
  const { stage, isEdge, binaryMediaTypes, minimumCompressionSize, cors, stageVariables, isStreaming, streams: isStream } = settings;
  const parts = [
    stage !== undefined && 'stage',
    isEdge && 'edge',
    binaryMediaTypes?.map((type) => type.replaceAll('*', 'any').replaceAll(/[^a-z]+/g, '-')).join('-'),
    minimumCompressionSize !== undefined && `gzip-${minimumCompressionSize}`,
    cors && 'cors',
    stageVariables && 'variables',
    isStreaming && 'streaming',
    isStream && 'streams',
    settings.catchesAll && 'default',
  ];
  return [target, ...parts.filter(Boolean)].join('-');
}
