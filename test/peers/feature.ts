import type { RenderCase } from '../../src/conformance/cases/render-case.js';
import type { RequestCase } from '../../src/conformance/cases/request-case.js';
import { isRenderCase, markOf } from '../../src/conformance/stack/seen-case.js';

/** What a case needs beside a request, a function and its result. A peer that doesn't claim it isn't asked. */
export type Feature =
  | 'authorizers'
  | 'API keys'
  | 'binary media types'
  | 'compression'
  | 'CORS'
  | 'custom domains'
  | 'failed functions'
  | 'named stages of HTTP APIs'
  | 'routes'
  | 'size limits'
  | 'stage variables'
  | 'streaming'
  | 'the test button of the console'
  | 'timeouts of functions'
  | 'timeouts of integrations';

/** A failure that a case asks for → the feature that causes it. */
const CAUSES: Readonly<Record<string, Feature>> = {
  'access-denied': 'authorizers',
  forbidden: 'API keys',
  'function-error': 'failed functions',
  'function-timeout': 'timeouts of functions',
  'no-route': 'routes',
  'request-too-large': 'size limits',
  'response-too-large': 'size limits',
  timeout: 'timeouts of integrations',
  unauthorized: 'authorizers',
};

/** Returns what a case needs. */
export function featuresOf(given: RenderCase | RequestCase): ReadonlySet<Feature> {
  return new Set(isRenderCase(given) ? resultFeatures(given) : requestFeatures(given));
}

function resultFeatures(given: RenderCase): Feature[] {
  const { binaryMediaTypes, minimumCompressionSize, cors, responseTransferMode, invokeMode } = given.settings ?? {};
  const { $error, $stream, $streamBytes } = markOf(given);
  const isStreaming = responseTransferMode === 'STREAM' || invokeMode === 'RESPONSE_STREAM' || $stream !== undefined;
  const cause = $error && CAUSES[$error.type];
  return [
    ...(binaryMediaTypes?.length ? ['binary media types' as const] : []),
    ...(minimumCompressionSize == null ? [] : ['compression' as const]),
    ...(cors ? ['CORS' as const] : []),
    ...(isStreaming || $streamBytes !== undefined ? ['streaming' as const] : []),
    ...(cause ? [cause] : []),
  ];
}

function requestFeatures({ api, event, stage, route, settings = {} }: RequestCase): Feature[] {
  const { binaryMediaTypes, stageVariables, authorizer, authType, customDomain, testInvoke } = settings;
  const isAuthorized = authorizer !== undefined || authType === 'AWS_IAM' || event.includes('authorizer');
  return [
    ...(route !== '$default' && api !== 'websocket' ? ['routes' as const] : []),
    ...(isAuthorized ? ['authorizers' as const] : []),
    ...(binaryMediaTypes?.length ? ['binary media types' as const] : []),
    ...(stageVariables ? ['stage variables' as const] : []),
    ...(customDomain ? ['custom domains' as const] : []),
    ...(testInvoke ? ['the test button of the console' as const] : []),
    ...(api.startsWith('http-') && stage !== '$default' ? ['named stages of HTTP APIs' as const] : []),
  ];
}
