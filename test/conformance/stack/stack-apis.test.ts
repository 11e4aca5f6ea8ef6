import { describe, expect, test } from 'vitest';
import { readRenderCases, readRequestCases } from '../../../src/conformance/cases/read-cases.js';
import type { RenderCase } from '../../../src/conformance/cases/render-case.js';
import type { RequestCase } from '../../../src/conformance/cases/request-case.js';
import { isRenderCase, whyUnseen } from '../../../src/conformance/stack/seen-case.js';
import { apiOfCase, type StackApi, type StackRoute, stackApis } from '../../../src/conformance/stack/stack-apis.js';

const CASES = [...readRenderCases(), ...readRequestCases()];
const SEEN = CASES.filter((given) => whyUnseen(given) === undefined);
const RESULTS = SEEN.filter((given): given is RenderCase => isRenderCase(given));
const REQUESTS = SEEN.filter((given): given is RequestCase => !isRenderCase(given));

function apiOf({ id }: { readonly id: string }): StackApi {
  const api = apiOfCase(id);
  if (api === undefined) throw new Error(`${id} has no API.`);
  return api;
}

/** The names, and what differs from the default settings. */
const NAMES = [
  ...['rest', 'rest-any-any', 'rest-application-octet-stream', 'rest-edge', 'rest-edge-2', 'rest-edge-variables', 'rest-gzip-0'],
  ...['rest-gzip-1000', 'rest-gzip-200', 'rest-image-any', 'rest-image-png', 'rest-image-png-any-test'],
  ...['rest-image-png-application-any-image-jpg', 'rest-streaming', 'http-1.0', 'http-1.0-cors', 'http-1.0-default', 'http-1.0-stage'],
  ...['http-2.0', 'http-2.0-cors', 'http-2.0-default', 'http-2.0-default-2', 'http-2.0-stage', 'function-url', 'function-url-streaming'],
  'function-url-streaming-streams',
];

describe('the APIs of the stack', () => {
  test('have names that say what differs from the default settings', () => {
    expect(
      stackApis()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...NAMES].sort());
  });

  test('are found once', () => {
    expect(stackApis()).toBe(stackApis());
    expect(apiOfCase('no-such-case')).toBeUndefined();
  });

  test('have each case that HTTP can show, once', () => {
    expect(
      stackApis()
        .flatMap(({ cases }) => cases)
        .sort(),
    ).toEqual(SEEN.map(({ id }) => id).sort());
    for (const { id } of CASES.filter((given) => whyUnseen(given) !== undefined)) expect(apiOfCase(id), id).toBeUndefined();
  });

  test('have the target and the settings of their cases about results', () => {
    for (const given of RESULTS) {
      const { target, settings } = apiOf(given);
      const { binaryMediaTypes, minimumCompressionSize, cors, responseTransferMode, invokeMode, endpointType } = given.settings ?? {};
      expect(target, given.id).toBe(given.api);
      expect(settings.binaryMediaTypes ?? [], given.id).toEqual(binaryMediaTypes ?? []);
      expect(settings.minimumCompressionSize ?? null, given.id).toBe(minimumCompressionSize ?? null);
      expect(settings.cors ?? null, given.id).toEqual(cors ?? null);
      expect(settings.isEdge === true, given.id).toBe(endpointType === 'EDGE');
      expect(settings.isStreaming === true, given.id).toBe(responseTransferMode === 'STREAM' || invokeMode === 'RESPONSE_STREAM');
      const isStream = /"\$stream(?:Bytes)?"/.test(JSON.stringify(given.lambdaResult ?? null));
      expect(settings.streams === true, given.id).toBe(target === 'function-url' && isStream);
    }
  });

  test('have the target and the settings of their cases about requests', () => {
    for (const given of REQUESTS) {
      const { target, settings } = apiOf(given);
      const { binaryMediaTypes = [], endpointType, stageVariables } = given.settings ?? {};
      expect(target, given.id).toBe(given.api);
      expect(settings.binaryMediaTypes ?? [], given.id).toEqual(binaryMediaTypes);
      expect(settings.isEdge === true, given.id).toBe(endpointType === 'EDGE');
      expect(settings.stageVariables, given.id).toEqual(stageVariables);
      expect(settings.stage, given.id).toBe(given.api.startsWith('http-') && given.stage !== '$default' ? 'stage' : undefined);
      expect(settings.catchesAll === true, given.id).toBe(given.api !== 'function-url' && given.route === '$default');
    }
  });
});

describe('the routes of the stack', () => {
  const ROUTES: Readonly<Record<string, StackRoute>> = {
    timeout: { method: 'ANY', path: '/short', function: 'Plain', isShort: true },
    'function-timeout': { method: 'ANY', path: '/late', function: 'Late' },
    forbidden: { method: 'ANY', path: '/key', function: 'Plain', needsKey: true },
    unauthorized: { method: 'ANY', path: '/guarded', function: 'Plain', authorizer: 'Request' },
    'access-denied': { method: 'ANY', path: '/guarded', function: 'Plain', authorizer: 'Request' },
  };

  test('fit each case about a result', () => {
    for (const given of RESULTS) {
      const { $error, $stream, $streamBytes } = (given.lambdaResult ?? {}) as {
        $error?: { type: string };
        $stream?: object;
        $streamBytes?: object;
      };
      const usual: StackRoute =
        $stream || $streamBytes
          ? { method: 'ANY', path: '/stream', function: 'Stream' }
          : { method: 'ANY', path: '/case', function: 'Plain' };
      expect(apiOf(given).routes, given.id).toContainEqual(ROUTES[$error?.type ?? ''] ?? usual);
    }
  });

  test('fit each case about a request', () => {
    for (const given of REQUESTS) {
      const isKey = given.api !== 'rest' && given.route !== '$default';
      const method = given.api === 'rest' ? given.request.method : isKey ? given.route.split(' ')[0] : 'ANY';
      const path = isKey ? given.route.split(' ')[1] : given.route;
      const route = apiOf(given).routes.find((each) => each.method === method && each.path === path);
      expect(route, given.id).toMatchObject({ function: 'Plain' });
      expect(route?.authorizer, given.id).toBe(authorizerOf(given));
    }
  });

  function authorizerOf({ event, settings = {} }: RequestCase): string | undefined {
    const { authorizer, identitySource } = settings;
    if (event === 'authorizer-token') return 'Token';
    if (event === 'authorizer-request') return identitySource === undefined ? 'Open' : 'Request';
    if (authorizer === undefined) return undefined;
    return authorizer.type !== 'TOKEN' ? 'Request' : authorizer.cached ? 'Cached' : 'Token';
  }

  test('are there once in each API, and REST APIs have one name for a parameter', () => {
    for (const { name, target, routes } of stackApis()) {
      const keys = routes.map(({ method, path }) => `${method} ${path}`);
      expect(new Set(keys).size, name).toBe(keys.length);
      if (target === 'rest')
        expect(
          routes.filter((route) => routes.some((other) => clash(route, other))),
          name,
        ).toEqual([]);
    }
  });

  test('need a second API only if they clash', () => {
    for (const second of stackApis().filter(({ name }) => /-2$/.test(name))) {
      const first = stackApis().find(({ name }) => name === second.name.slice(0, -2));
      const isClash = (route: StackRoute): boolean =>
        first?.routes.some((other) => clash(route, other) || (other.path === route.path && other.authorizer !== route.authorizer)) === true;
      expect(
        second.routes.filter((route) => !isClash(route)),
        second.name,
      ).toEqual([]);
      expect(first?.settings, second.name).toEqual(second.settings);
    }
  });

  /** Whether both paths have a parameter at the same place, with different names. */
  function clash({ path: one }: StackRoute, { path: other }: StackRoute): boolean {
    const [left, right] = [one.split('/'), other.split('/')];
    const at = left.findIndex((part, index) => part !== right[index]);
    return at >= 0 && [left[at], right[at]].every((part) => part?.startsWith('{'));
  }
});
