import { nativeBuffer } from './native-buffer.js';
import { createBody } from './room.js';
import { encodeText } from './text.js';

/** V8 keeps arrays up to this size on its heap. For native code, it has to move them out first, which takes longer than a loop. */
const SHORT = 64;

/** Encodes a body as UTF-8. Lone surrogates become U+FFFD. A large body has room for a head, see {@link createBody}. */
export function encodeBody(text: string): Uint8Array {
  return encodeShort(text) ?? encodeText(text, createBody(nativeBuffer()?.byteLength(text) ?? text.length));
}

/** Encodes a short string. Returns `undefined` if it is too long or not ASCII. */
function encodeShort(text: string): Uint8Array | undefined {
  if (text.length > SHORT) return undefined;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return undefined;
    bytes[index] = code;
  }
  return bytes;
}
