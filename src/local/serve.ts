import { createServer } from 'node:http';
import { fromIncomingMessage, writeToServerResponse } from '../http/node.js';
import type { HttpRequest } from '../http/request.js';
import type { HttpResponse } from '../http/response.js';

/** A server on loopback. */
export interface LocalServer {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Stops listening and closes all connections. */
  close(): Promise<void>;
}

/**
 * Serves a function from request to response on loopback.
 *
 * @param port the port. Default: one that is free.
 */
export async function serve(answer: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>, port = 0): Promise<LocalServer> {
  const server = createServer((message, response) => {
    fromIncomingMessage(message)
      .then(answer)
      .then((answered) => writeToServerResponse(answered, response))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
