import { pathParameters } from '../../accessors/path-parameters.js';
import { toFetchRequest } from '../../accessors/to-fetch-request.js';
import { fetchPlain } from '../../local/answer/fetch-plain.js';
import type { RenderTarget } from '../../render/types.js';
import { fromFetchResponse } from '../../results/from-fetch-response.js';

/** An event that can become a request. */
type HttpEvent = Parameters<typeof toFetchRequest>[0];

/** Headers about the connection of the client, or added by this server. */
const OWN_HEADERS = ['host', 'connection', 'content-length', 'transfer-encoding', 'via'];

/** Returns a handler that sends the request on to a URL, and returns its response: an `http-proxy` integration of an HTTP API. */
export function forwardTo(uri: string, target: RenderTarget): (event: HttpEvent) => Promise<unknown> {
  return async (event) => {
    const request = toFetchRequest(event);
    const parameters: Readonly<Record<string, string | undefined>> = pathParameters(event);
    const url = new URL(uri.replace(/\{(\w+)\+?\}/g, (whole, name: string) => encodePath(parameters[name]) ?? whole));
    url.search = new URL(request.url).search;
    const headers = new Headers(request.headers);
    for (const name of OWN_HEADERS) headers.delete(name);
    const { method, body } = request;
    const sent = body === null ? {} : { body: await request.arrayBuffer() };
    return fromFetchResponse(await fetchPlain(url, { method, headers, ...sent }), target);
  };
}

function encodePath(value: string | undefined): string | undefined {
  return value?.split('/').map(encodeURIComponent).join('/');
}
