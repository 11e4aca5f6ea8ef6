import type { HttpField, HttpRequest } from '../../http/request.js';
import { type Fields, fieldsOf, readFields } from '../request/fields.js';
import type { SentRequest } from '../request/sent-request.js';

/** Without Connection and Upgrade: functions never get them, and authorizers get those that the gateway sets. */
const HANDSHAKE: readonly HttpField[] = [
  ['Sec-WebSocket-Version', '13'],
  // The sample nonce of RFC 6455, section 1.3.
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
];

/** Returns the request as a WebSocket handshake. Adds the headers that every client sends and events have, unless the request has its own. */
export function asHandshake(request: HttpRequest): HttpRequest {
  return { ...request, headers: [...missingIn(readFields(request.headers)), ...request.headers] };
}

/** Does what {@link asHandshake} does for a request that was read already. */
export function asSentHandshake(request: SentRequest): SentRequest {
  const { names, values } = request.fields;
  const added = readFields(missingIn(request.fields));
  return { ...request, fields: fieldsOf([...added.names, ...names], [...added.values, ...values]) };
}

function missingIn({ keys }: Fields): HttpField[] {
  return HANDSHAKE.filter(([name]) => !keys.includes(name.toLowerCase()));
}
