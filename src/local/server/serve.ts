import { JSON_TYPE } from '../../aws/media-types.js';
import { checkShape, checkValue } from '../../gateway/check-shape.js';
import type { HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { statusTextOf } from '../../http/status-text.js';
import { encodeText } from '../../http/text.js';
import { LIMITS } from '../api/limits.js';
import { toError } from '../function/thrown.js';
import { checkPort } from './check-listen-options.js';
import { type LocalServer, startServer } from './http-server.js';
import { readRequest } from './read-request.js';
import { writeResponse } from './write-response.js';

/** How a function from request to response is served. */
export interface ServeOptions {
  /** Largest body of a request, in bytes. A larger one is answered with 413. Default: 10485760, API Gateway's own. */
  readonly maxBody?: number;
}

/**
 * Serves a function from request to response on loopback. If the function throws or rejects, the connection is closed without an answer.
 *
 * @param answer returns the response to a request.
 * @param port The port. Default: one that is free.
 * @param options the largest body, and how the server listens. Default: 10 MB, on 127.0.0.1.
 * @throws GatewayError `invalid-option`.
 * @example
 * ```ts
 * import { serve } from 'apigw-proxy/local';
 *
 * const body = new TextEncoder().encode('hello');
 * const server = await serve(() => ({ status: 200, statusText: 'OK', headers: [['Content-Length', '5']], body }));
 * console.log(await (await fetch(server.url)).text()); // => hello
 * await server.close();
 * ```
 */
export async function serve(
  answer: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>,
  port = 0,
  options: ServeOptions = {},
): Promise<LocalServer> {
  checkPort(port);
  checkValue(answer, { is: 'function', example: 'a function from request to response' }, ['answer']);
  checkShape(options, { fields: { maxBody: { is: 'limit', example: 'a number of bytes such as 10000' } }, example: '{ maxBody: 10000 }' }, [
    'options',
  ]);
  const { maxBody = LIMITS['http-2.0'].maxBody } = options;
  return startServer(
    (head, message, response) => {
      Promise.resolve(readRequest(message, head, maxBody))
        .then(async ({ request, isWhole }) => writeResponse(isWhole ? await answer(request) : TOO_LARGE, response, !isWhole))
        .catch((error: unknown) => response.destroy(toError(error)));
    },
    { port },
  );
}

const TOO_LARGE_TEXT = '{"message":"Request Entity Too Large"}';

// assumed: the bytes of an HTTP API; nobody has recorded them.
const TOO_LARGE: HttpResponse = {
  status: 413,
  statusText: statusTextOf(413),
  headers: [
    ['Content-Type', JSON_TYPE],
    ['Content-Length', `${TOO_LARGE_TEXT.length}`],
    ['Connection', 'close'],
  ],
  body: encodeText(TOO_LARGE_TEXT),
};
