/** Bytes that large bodies have in front of them. Heads are rarely longer. */
const ROOM = 1024;

/** Bodies from this size on have room. Copying a smaller one takes less time than keeping track of it. */
const LARGE = 2048;

/** Bodies whose room is free. */
const bodies = new WeakSet<Uint8Array>();

/**
 * Creates a body to be filled. A large one has room in front of it: bytes of the same memory where the head of its message can be written, so
 * that the body isn't copied.
 */
export function createBody(length: number): Uint8Array {
  if (length < LARGE) return new Uint8Array(length);
  const body = new Uint8Array(ROOM + length).subarray(ROOM);
  bodies.add(body);
  return body;
}

/**
 * Returns the bytes of a body together with those for a head in front of it. Returns `undefined` if the body has no room for it, or another
 * head is there already.
 */
export function takeRoom(body: Uint8Array, headLength: number): Uint8Array | undefined {
  if (body.length < LARGE || headLength > ROOM || !bodies.delete(body)) return undefined;
  return new Uint8Array(body.buffer, body.byteOffset - headLength, headLength + body.length);
}
