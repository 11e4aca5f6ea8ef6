import type { HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { toError } from '../function/thrown.js';
import { type LocalServer, startServer } from './http-server.js';
import { readRequest } from './read-request.js';
import { writeResponse } from './write-response.js';

/**
 * Serves a function from request to response on loopback.
 *
 * @param port the port. Default: one that is free.
 */
export function serve(answer: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>, port = 0): Promise<LocalServer> {
  return startServer(
    (message, response) => {
      readRequest(message)
        .then(({ request }) => answer(request))
        .then((answered) => writeResponse(answered, response))
        .catch((error: unknown) => response.destroy(toError(error)));
    },
    { port },
  );
}
