import { createLocalApi, createLocalWebsocketApi, type LocalApi, type LocalServer, type LocalWebsocketApi } from 'apigw-proxy/local';
import { WebSocket } from 'ws';
import { encodePng } from './png.js';

/** A REST API with every kind of answer that the inspection page shows. */
export function createShop(): LocalApi<'rest'> {
  const orders = [
    { id: 7, status: 'open', total: 24.5, items: ['tea', 'cup'] },
    { id: 8, status: 'open', total: 12, items: ['tea'] },
  ];
  return createLocalApi({
    target: 'rest',
    binaryMediaTypes: ['image/png'],
    now: createClock(),
    routes: {
      'GET /orders': async () => json(200, { orders, next: null, more: false }),
      'POST /orders': async ({ body }) => json(201, { id: 9, ...JSON.parse(body ?? '{}') }),
      'GET /orders/{id}': async ({ pathParameters }) => json(404, { message: `No order ${pathParameters.id}` }),
      'GET /orders/{id}/receipt': async () => ({ statusCode: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: RECEIPT }),
      'GET /orders/{id}/label': async () => ({
        statusCode: 200,
        headers: { 'Content-Type': 'image/png' },
        isBase64Encoded: true,
        body: Buffer.from(drawLabel()).toString('base64'),
      }),
      'GET /orders/{id}/status': async ({ pathParameters }) => ({
        statusCode: 200,
        headers: { 'Content-Type': 'application/json' },
        body: { id: pathParameters.id, status: 'open' },
      }),
      'DELETE /orders/{id}': async () => {
        throw new TypeError("Cannot read properties of undefined (reading 'total')");
      },
    },
  });
}

/** A WebSocket API that answers, and posts to its clients. */
export function createChat(): LocalWebsocketApi {
  const api: LocalWebsocketApi = createLocalWebsocketApi({
    now: createClock(),
    connectionIds: (index) => `Xc${String(index).padStart(13, '0')}=`,
    routes: {
      $connect: async () => ({ statusCode: 200 }),
      say: {
        routeResponse: true,
        handler: async ({ body, requestContext }) => {
          const text: unknown = JSON.parse(body ?? '{}').text;
          const target = `/prod/@connections/${encodeURIComponent(requestContext.connectionId)}`;
          const posted = JSON.stringify({ event: 'typing', user: 'ada' });
          api.connections.handle({ method: 'POST', target, headers: [], body: new TextEncoder().encode(posted) });
          return { statusCode: 200, body: JSON.stringify({ heard: text }) };
        },
      },
      leave: { routeResponse: true, handler: async () => ({ statusCode: 200, body: { left: true } }) },
    },
  });
  return api;
}

/** Sends the requests of the pictures. */
export async function useShop({ origin }: LocalServer): Promise<void> {
  const headers = { Accept: 'application/json', Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.x' };
  await fetch(`${origin}/orders`, { headers: { Accept: 'application/json' } });
  await fetch(`${origin}/prod/orders?status=open&limit=2`, { headers });
  const body = JSON.stringify({ items: ['cup'], total: 8.25, gift: true });
  await fetch(`${origin}/prod/orders`, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body });
  await fetch(`${origin}/prod/orders/9/receipt`, { headers: { Accept: 'text/html' } });
  await fetch(`${origin}/prod/orders/9/label`, { headers: { Accept: 'image/png' } });
  await fetch(`${origin}/prod/orders/10`, { headers });
  await fetch(`${origin}/prod/orders/9`, { method: 'DELETE', headers });
  await fetch(`${origin}/prod/orders/9/status?full=true`, { headers });
}

/** Sends the messages of the pictures. Returns the client, which stays connected. */
export async function useChat({ url }: LocalServer): Promise<WebSocket> {
  const address = `${url}?room=tea`;
  const first = await connect(address);
  await ask(first, '{"action":"say","text":"hello"}', 2);
  first.close();
  const client = await connect(address);
  await ask(client, '{"action":"say","text":"Is there any tea left?"}', 2);
  await ask(client, '{"action":"order","item":"tea"}', 1);
  await ask(client, '{"action":"leave"}', 1);
  return client;
}

async function connect(address: string): Promise<WebSocket> {
  const client = new WebSocket(address);
  await new Promise((resolve, reject) => client.once('open', resolve).once('error', reject));
  return client;
}

/** Sends a message and waits for a number of messages. */
async function ask(client: WebSocket, message: string, answers: number): Promise<void> {
  let left = answers;
  const answered = new Promise<void>((resolve) => {
    client.on('message', () => {
      left -= 1;
      if (left === 0) resolve();
    });
  });
  client.send(message);
  await answered;
  client.removeAllListeners('message');
}

function json(statusCode: number, value: unknown): { statusCode: number; headers: Record<string, string>; body: string } {
  return { statusCode, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}

/** A clock that starts at a fixed time. */
function createClock(): () => number {
  const [first, start] = [new Date(2026, 0, 5, 14, 3, 20).getTime(), Date.now()];
  return () => first + Date.now() - start;
}

const RECEIPT = `<!doctype html>
<html lang="en">
<title>Receipt</title>
<style>body { font: 16px Georgia, serif; margin: 1.5rem } td { padding: .2rem 1rem .2rem 0 } th { text-align: left }</style>
<h1>Receipt</h1>
<table><tr><td>Tea<td>12.00</tr><tr><td>Cup<td>8.25</tr><tr><th>Total<th>20.25</tr></table>
</html>
`;

/** Draws a label with bars: 120 × 60 pixels. */
function drawLabel(): Uint8Array {
  const [width, height] = [120, 60];
  const pixels = Uint8Array.from({ length: width * height }, (_, index) => (isInk(index % width, Math.floor(index / width)) ? 1 : 0));
  return encodePng({ width, height, pixels, palette: Uint8Array.of(236, 236, 236, 24, 24, 24) });
}

/** Bars of different widths, with a margin around them. */
function isInk(x: number, y: number): boolean {
  const isInside = x >= 10 && x < 110 && y >= 8 && y < 52;
  return isInside && (x * 7 + ((x * x) % 11)) % 5 < 2;
}
