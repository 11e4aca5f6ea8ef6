import type { Close } from '../answer/websocket-connection.js';

// documented: the codes for a message that is too large, and for a binary message.
export const TOO_LARGE: Close = { code: 1009, reason: 'Message too long' };
export const NOT_TEXT: Close = { code: 1003, reason: 'Unsupported data' };

// assumed: what the `$disconnect` event contains if the client sends no close frame.
export const VANISHED: Close = { code: 1006, reason: 'Connection closed abnormally' };

// assumed: the code if a message cannot become an event, because of the settings of the API.
export const FAILED: Close = { code: 1011, reason: '' };

/** The codes with which `ws` closes after a frame it rejects, by the code of its error. */
const BROKEN: Readonly<Record<string, number>> = {
  WS_ERR_INVALID_UTF8: 1007,
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: 1009,
  WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH: 1009,
};
const BROKEN_PROTOCOL = 1002;

/**
 * Returns why `ws` closes a connection after an error. Its close event has 1006 then, because it no longer reads the client's close frame.
 */
export function closeAfter({ code = '' }: NodeJS.ErrnoException): Close {
  return { code: (Object.hasOwn(BROKEN, code) ? BROKEN[code] : undefined) ?? BROKEN_PROTOCOL, reason: '' };
}
