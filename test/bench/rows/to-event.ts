import { type Gateway, type HttpRequest, TARGETS, type Target, toEvent } from 'apigw-proxy';
import { type Contender, type Group, importPeer, limit, ours, peer } from './group.js';
import { headers, RICH } from './inputs.js';
import { JSON_PARSE } from './validate.js';

/** The part of srvx's adapter that we use: it makes an event of a request, calls a handler and makes a response of the result. */
interface Srvx {
  invokeLambdaHandler(handler: (event: unknown) => Promise<object>, request: Request): Promise<Response>;
}

const BODY = JSON.stringify(RICH.json);

export const toEventGroups: readonly Group[] = TARGETS.map((target) => ({
  name: nameOfToEvent(target),
  topic: 'build',
  base: JSON_PARSE,
  prepare: () => prepare(target),
}));

export function nameOfToEvent(target: Target): string {
  return `Turn a request with 20 headers into an event (${target})`;
}

async function prepare(target: Target): Promise<readonly Contender[]> {
  const [request, gateway] = [requestFor(target), gatewayOf(target)];
  const event = toEvent(request, gateway);
  const text = JSON.stringify(event);
  const srvx = (await importPeer('srvx/aws-lambda')) as Srvx | undefined; // srvx 1.0
  const fetchRequest = new Request('https://example.com/users/42/notes?tag=a&tag=b&full=true', {
    method: 'POST',
    headers: request.headers.map(([name, value]): [string, string] => [name, value]),
    body: BODY,
  });
  const handler = async (): Promise<object> => ({ statusCode: 204 });
  return [
    limit(JSON_PARSE, () => JSON.parse(text)),
    ours(
      'toEvent',
      () => toEvent(request, gateway),
      (again) => JSON.stringify(again) === text,
    ),
    peer('structuredClone of the event', () => structuredClone(event)),
    ...(target === 'http-2.0'
      ? [peer('srvx, to an event and back', srvx && (() => srvx.invokeLambdaHandler(handler, fetchRequest.clone())), isNoContent)]
      : []),
  ];
}

function isNoContent(response: unknown): boolean {
  return response instanceof Response && response.status === 204;
}

function gatewayOf(target: Target): Gateway {
  if (target === 'websocket') return { target };
  return { target, ...(target !== 'function-url' && { route: RICH.route }) };
}

function requestFor(target: Target): HttpRequest {
  if (target === 'websocket') return { method: 'GET', target: '/prod?token=abc', headers: fields(19) };
  const path = `${target === 'rest' ? '/prod' : ''}/users/42/notes?tag=a&tag=b&full=true`;
  const json = [['Content-Type', 'application/json'] as const, ['Cookie', 'session=abc; theme=dark'] as const];
  return { method: 'POST', target: path, headers: [...fields(17), ...json], body: new TextEncoder().encode(BODY) };
}

function fields(count: number): [string, string][] {
  return [['Host', 'example.com'], ...Object.entries(headers(count))];
}
