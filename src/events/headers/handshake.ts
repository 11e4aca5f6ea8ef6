import type { HttpField, HttpRequest } from '../../http/request.js';

// The key is the sample nonce of RFC 6455, section 1.3.
const HANDSHAKE: readonly HttpField[] = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
];

/** Returns the request as the handshake of a WebSocket connection: with the headers that every client sends, unless it has its own. */
export function asHandshake(request: HttpRequest): HttpRequest {
  const given = new Set(request.headers.map(([name]) => name.toLowerCase()));
  return { ...request, headers: [...HANDSHAKE.filter(([name]) => !given.has(name.toLowerCase())), ...request.headers] };
}
