import type { HttpField, HttpRequest } from '../../http/request.js';

// The key is the sample nonce of RFC 6455, section 1.3.
const HANDSHAKE: readonly HttpField[] = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
];

/** The request as the opening handshake of a WebSocket connection: with the headers that every client sends, its own in their place. */
export function asHandshake(request: HttpRequest): HttpRequest {
  const given = new Set(request.headers.map(([name]) => name.toLowerCase()));
  return { ...request, headers: [...HANDSHAKE.filter(([name]) => !given.has(name.toLowerCase())), ...request.headers] };
}
