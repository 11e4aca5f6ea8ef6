import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** A response as Node's client reads it. */
export interface ReadBack {
  status: number | undefined;
  statusText: string | undefined;
  /** Names and values as sent, decoded as UTF-8. */
  headers: [name: string, value: string][];
  body: Buffer;
}

/** A server on loopback. Each call of `read` sets the bytes of the next response and requests it. */
export interface Loopback {
  read(bytes: Uint8Array, method?: string): Promise<ReadBack>;
  close(): Promise<void>;
}

export async function openLoopback(): Promise<Loopback> {
  let answer: Uint8Array = new Uint8Array(0);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has an AddressInfo
  return {
    read(bytes, method = 'GET') {
      answer = bytes;
      return readFrom(port, method);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readFrom(port: number, method: string): Promise<ReadBack> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method, agent: false, maxHeaderSize: 1_000_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          statusText: response.statusMessage,
          headers: pairs(response.rawHeaders),
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

function pairs(raw: readonly string[]): [string, string][] {
  const text = raw.map((part) => Buffer.from(part, 'latin1').toString('utf8'));
  return text.flatMap((name, index) => (index % 2 === 0 ? [[name, text[index + 1] ?? ''] as [string, string]] : []));
}
