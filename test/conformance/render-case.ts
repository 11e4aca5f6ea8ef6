import { failure, type Gateway, type HttpRequest, renderMessage, renderResult, streamedBytes, streamedResult } from 'apigw-proxy';
import type { RenderCase } from '../../src/conformance/cases/render-case.js';
import { fieldsOfCase } from '../../src/conformance/cases/request-fields.js';
import { compareResponse, type ReceivedResponse } from '../../src/conformance/compare/compare-response.js';
import { markOf } from '../../src/conformance/stack/seen-case.js';
import { reportUncovered, type Verdict, verdictOf } from './verdict.js';

const TARGETS: readonly string[] = ['rest', 'http-1.0', 'http-2.0', 'function-url', 'websocket'] satisfies Gateway['target'][];

/** Renders the result of a case and compares what the client gets with what the case expects. */
export function judgeRenderCase(given: RenderCase): Verdict {
  if (!TARGETS.includes(given.api)) return reportUncovered(given, `unknown target ${given.api}`);
  try {
    const { differences, otherSide } = compareResponse(receive(given), given);
    return verdictOf(given, differences, otherSide && `agrees with the other side of a conflict: ${otherSide}`);
  } catch (error) {
    return verdictOf(given, [`threw ${error}`]);
  }
}

function receive(given: RenderCase): ReceivedResponse {
  const result = resultOf(given.lambdaResult);
  const gateway = gatewayOf(given);
  if (gateway.target !== 'websocket' || gateway.route === '$connect')
    return { ...renderResult(result, gateway, requestOf(given)), frame: null };
  const { frame = null } = renderMessage(result, { ...gateway, target: 'websocket' });
  return { status: null, headers: [], body: Buffer.from(frame ?? ''), frame };
}

export function resultOf(given: unknown): unknown {
  const { $error, $stream, $streamBytes } = markOf({ lambdaResult: given });
  if ($error !== undefined) return failure($error.type);
  if ($streamBytes !== undefined) return streamedBytes($streamBytes.text, $streamBytes.contentType);
  if ($stream === undefined) return given;
  const body = $stream.bodyBase64 === undefined ? ($stream.body ?? '') : Buffer.from($stream.bodyBase64, 'base64');
  return $stream.prelude === undefined ? streamedBytes(body) : streamedResult($stream.prelude, body);
}

export function gatewayOf({ api, settings }: Pick<RenderCase, 'api' | 'settings'>): Gateway {
  const { binaryMediaTypes, responseTransferMode, invokeMode, endpointType, routeKey, routeResponse, ...rest } = settings ?? {};
  return {
    target: api as Gateway['target'], // one of TARGETS
    ...rest,
    ...(binaryMediaTypes && { binaryMediaTypes }),
    ...(responseTransferMode && { responseTransferMode }),
    ...(invokeMode && { invokeMode }),
    ...(endpointType && { endpointType }),
    ...(routeKey && { route: routeKey }),
    ...(routeResponse && { routeResponse }),
  };
}

export function requestOf({ request }: Pick<RenderCase, 'request'>): HttpRequest {
  const { method = 'GET', accept, acceptEncoding, headers } = request ?? {};
  const fields = [...fieldsOfCase(headers)];
  if (accept != null) fields.push(['accept', accept]);
  if (acceptEncoding != null) fields.push(['accept-encoding', acceptEncoding]);
  return { method, target: '/', headers: fields };
}
