/**
 * Returns a function that measures the frames of a WebSocket client. Call it with the client's bytes, in pieces of any size.
 *
 * @param tooLarge called when the head of a frame announces a payload larger than `limit`.
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
export function createFrameMeter(limit: number, tooLarge: () => void): (bytes: Uint8Array) => void {
  const head = new Uint8Array(14);
  let known = 0;
  let left = 0;
  return (bytes) => {
    let at = 0;
    while (at < bytes.length) {
      const skipped = Math.min(left, bytes.length - at);
      left -= skipped;
      at += skipped;
      if (left > 0 || at === bytes.length) return;
      head[known] = bytes[at] ?? 0;
      known += 1;
      at += 1;
      if (known < headLength(head, known)) continue;
      left = payloadLength(head);
      known = 0;
      if (left > limit) tooLarge();
    }
  };
}

/** RFC 6455, section 5.2: two bytes, two or eight more for a long payload, four for the mask. */
function headLength(head: Uint8Array, known: number): number {
  if (known < 2) return 2;
  const second = head[1] ?? 0;
  const short = second & 0x7f;
  return 2 + (short === 126 ? 2 : short === 127 ? 8 : 0) + (second & 0x80 ? 4 : 0);
}

function payloadLength(head: Uint8Array): number {
  const short = (head[1] ?? 0) & 0x7f;
  const view = new DataView(head.buffer);
  if (short === 126) return view.getUint16(2);
  return short === 127 ? Number(view.getBigUint64(2)) : short;
}
