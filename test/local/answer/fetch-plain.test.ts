import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchPlain } from '../../../src/local/answer/fetch-plain.js';

describe('fetchPlain', () => {
  let server: Server;
  let url: URL;
  beforeAll(async () => {
    server = createServer(({ headers }, response) => response.end(JSON.stringify(headers)));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`); // it listens on a port
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each([
    ['Connection', 'x-hop'],
    ['Expect', '100-continue'],
    ['Keep-Alive', 'timeout=5'],
    ['Transfer-Encoding', 'gzip'],
    ['Upgrade', 'h2c'],
  ])("leaves out the client's %s", async (name, value) => {
    const headers = new Headers({ [name]: value, 'X-Own': 'a', 'Accept-Encoding': 'br' });
    const seen: Record<string, string> = await (await fetchPlain(url, { method: 'GET', headers })).json();
    expect([seen['x-own'], seen['accept-encoding'], seen[name.toLowerCase()] === value]).toEqual(['a', 'identity', false]);
    expect(headers.get(name)).toBe(value);
  });
});
