import { nativeBuffer } from './native-buffer.js';

/** Bytes that large bodies have in front of them. Heads are rarely longer. */
const ROOM = 1024;

/** Bodies from this size on have room. Copying a smaller one takes less time than keeping track of it. */
const LARGE = 2048;

/** From this size on, filling the memory with zeros first takes noticeable time. */
const HUGE = 65_536;

/** Bodies whose room is free. */
const bodies = new WeakSet<Uint8Array>();

/**
 * Creates a body. A large one has room in front of it: bytes of the same memory where the head of its message can be written, so that the body
 * isn't copied.
 *
 * The caller has to fill all of it, or drop it: a huge one contains what was in its memory before.
 */
export function createBody(length: number): Uint8Array {
  if (length < LARGE) return new Uint8Array(length);
  const { buffer } = length < HUGE ? new Uint8Array(ROOM + length) : createUnfilled(ROOM + length);
  const body = new Uint8Array(buffer, ROOM, length);
  bodies.add(body);
  return body;
}

/** Creates an array with memory that nobody else uses. Only the room is filled with zeros. */
function createUnfilled(length: number): Uint8Array {
  return nativeBuffer()?.allocUnsafeSlow(length).fill(0, 0, ROOM) ?? new Uint8Array(length);
}

/**
 * Returns the bytes of a body together with those for a head in front of it. Returns `undefined` if the body has no room for it, or another
 * head is there already.
 */
export function takeRoom(body: Uint8Array, headLength: number): Uint8Array | undefined {
  if (body.length < LARGE || headLength > ROOM || !bodies.delete(body)) return undefined;
  return new Uint8Array(body.buffer, body.byteOffset - headLength, headLength + body.length);
}
