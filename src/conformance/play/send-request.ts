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

/** Longest wait for the end of a response, in milliseconds: REST APIs answer within 29 seconds. */
const PATIENCE = 40_000;

/** Size of the largest response that is read, in bytes. No case has one of more than 10 MB. */
const LARGEST = 32 * 1024 * 1024;

/** How long the server is silent before what has come is read again, in milliseconds. */
const SILENCE = 5;

/**
 * Sends a request to the server of a URL over a connection of its own, and returns the response.
 *
 * @param patience longest wait for the end of the response, in milliseconds.
 */
export function sendRequest(server: URL, request: RawRequest, patience: number = PATIENCE): Promise<ReceivedResponse> {
  const isTls = server.protocol === 'https:';
  const host = server.hostname.replace(/^\[|\]$/g, '');
  const port = Number(server.port) || (isTls ? 443 : 80);
  const socket = isTls ? connectTls({ host, port, servername: host, ALPNProtocols: ['http/1.1'] }) : connect({ host, port });
  const timers: { deadline?: NodeJS.Timeout; silence?: NodeJS.Timeout } = {};
  return new Promise<ReceivedResponse>((resolve, reject) => {
    let parts: Uint8Array[] = [];
    let [size, sizeRead] = [0, 0];
    const tryToRead = (isEnd: boolean): void => {
      parts = [concatBytes(parts)];
      sizeRead = size;
      try {
        const response = readResponse(parts[0] ?? new Uint8Array(), request.method, isEnd);
        if (response !== undefined) resolve(response);
        else if (isEnd) reject(new Error('The server closed the connection without a response.'));
      } catch (error) {
        reject(error as Error); // readResponse throws nothing else
      }
    };
    timers.deadline = setTimeout(() => reject(new Error(`There was no whole response for ${patience / 1000} seconds.`)), patience);
    socket.on('data', (part) => {
      parts.push(part);
      size += part.length;
      clearTimeout(timers.silence);
      if (size > LARGEST) reject(new Error(`The response has more than ${LARGEST} bytes.`));
      // Reading begins anew each time, so it waits until there is twice as much.
      else if (size >= 2 * sizeRead) tryToRead(false);
      else timers.silence = setTimeout(() => tryToRead(false), SILENCE);
    });
    socket.on('end', () => tryToRead(true));
    socket.on('error', reject);
    socket.write(bytesOf(request));
  }).finally(() => {
    for (const timer of Object.values(timers)) clearTimeout(timer);
    socket.destroy();
  });
}

function bytesOf({ method, target, headers, body }: RawRequest): Uint8Array {
  const head = [`${method} ${target} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
  return concatBytes([encodeText(head), body]);
}
