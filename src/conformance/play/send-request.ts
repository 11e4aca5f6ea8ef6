import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { HttpField } from '../../http/request.js';
import { concatBytes, encodeText } from '../../http/text.js';
import type { ReceivedResponse } from '../compare/compare-response.js';
import { readResponse } from './read-response.js';

/** A request as it is written. Nothing is added, encoded or put in order. */
export interface RawRequest {
  readonly method: string;
  /** What stands in the request line: path and query. */
  readonly target: string;
  readonly headers: readonly HttpField[];
  readonly body: Uint8Array;
}

/** Longest wait for a response, in milliseconds: REST APIs answer within 29 seconds. */
const PATIENCE = 40_000;

/** Sends a request to the server of a URL over a connection of its own, and returns the response. */
export function sendRequest(server: URL, request: RawRequest): Promise<ReceivedResponse> {
  const isTls = server.protocol === 'https:';
  const host = server.hostname.replace(/^\[|\]$/g, '');
  const port = Number(server.port) || (isTls ? 443 : 80);
  const socket = isTls ? connectTls({ host, port, servername: host, ALPNProtocols: ['http/1.1'] }) : connect({ host, port });
  return new Promise<ReceivedResponse>((resolve, reject) => {
    const parts: Uint8Array[] = [];
    const tryToRead = (isEnd: boolean): void => {
      try {
        const response = readResponse(concatBytes(parts), request.method, isEnd);
        if (response !== undefined) resolve(response);
        else if (isEnd) reject(new Error('The server closed the connection without a response.'));
      } catch (error) {
        reject(error as Error); // readResponse throws nothing else
      }
    };
    socket.setTimeout(PATIENCE, () => reject(new Error(`There was no response for ${PATIENCE / 1000} seconds.`)));
    socket.on('data', (part) => {
      parts.push(part);
      tryToRead(false);
    });
    socket.on('end', () => tryToRead(true));
    socket.on('error', reject);
    socket.write(bytesOf(request));
  }).finally(() => socket.destroy());
}

function bytesOf({ method, target, headers, body }: RawRequest): Uint8Array {
  const head = [`${method} ${target} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
  return concatBytes([encodeText(head), body]);
}
