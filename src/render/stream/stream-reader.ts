import { isBytes } from '../../http/is-object.js';
import { concatBytes } from '../../http/text.js';
import { DELIMITER, MAX_PRELUDE } from '../outcome/prelude.js';
import { reasonOf } from '../read/read-result.js';

/** The start of a stream, and the rest of it still unread. */
export interface StreamStart {
  /** What was read so far: all of the metadata, or at least the first 16 KB. */
  readonly bytes: Uint8Array;
  /** Reads on; `undefined` at the end. */
  readonly next: () => Promise<Uint8Array | undefined>;
  /** Cancels the stream, so that the function stops writing. */
  readonly cancel: (reason?: unknown) => Promise<void>;
}

/** A stream that broke off before its start was complete. */
export interface BrokenStart {
  readonly reason: string;
}

/**
 * Reads a stream until its metadata is complete, or can't become complete any more. Never rejects.
 *
 * @param isRaw whether there is no metadata, called when the first bytes are there.
 */
export async function readStart(stream: ReadableStream<unknown>, isRaw: () => boolean): Promise<StreamStart | BrokenStart> {
  try {
    const reader = stream.getReader();
    const next = async (): Promise<Uint8Array | undefined> => {
      const { done, value } = await reader.read();
      if (done) return undefined;
      if (isBytes(value)) return value;
      throw new TypeError('it contains something other than bytes');
    };
    const chunks: Uint8Array[] = [];
    let length = 0;
    let zeros = 0;
    while (length < MAX_PRELUDE && zeros < DELIMITER) {
      const chunk = await next();
      if (chunk === undefined) break;
      chunks.push(chunk);
      length += chunk.length;
      if (isRaw()) break;
      zeros = countZeros(chunk, zeros);
    }
    return { bytes: concatBytes(chunks), next, cancel: (reason) => reader.cancel(reason).catch(() => undefined) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** Counts the NUL bytes at the end of a chunk, and those before it; {@link DELIMITER} as soon as there are that many in a row. */
function countZeros(chunk: Uint8Array, before: number): number {
  let zeros = before;
  for (let index = 0; index < chunk.length && zeros < DELIMITER; index += 1) zeros = chunk[index] === 0 ? zeros + 1 : 0;
  return zeros;
}

/**
 * Returns the body after the start of a stream. It is read only as fast as the body is.
 *
 * @param offset where the body begins in what was read so far.
 * @param length number of bytes that the function announced. assumed: more bytes aren't sent, and missing bytes make the transfer fail.
 */
export function bodyAfter(
  { bytes, next, cancel }: StreamStart,
  offset: number,
  length = Number.POSITIVE_INFINITY,
): ReadableStream<Uint8Array> {
  let first: Uint8Array | undefined = bytes.subarray(offset);
  let left = length;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let chunk = first ?? (await next());
        first = undefined;
        while (chunk?.length === 0 && left > 0) chunk = await next();
        if (chunk === undefined && Number.isFinite(left)) throw new Error(`The stream ended ${left} bytes short of its Content-Length.`);
        const sent = chunk?.subarray(0, left) ?? NOTHING;
        left = chunk === undefined ? 0 : left - sent.length;
        if (sent.length > 0) controller.enqueue(sent);
        if (left > 0) return;
        controller.close();
        await cancel();
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
}

const NOTHING = new Uint8Array(0);

/** Reads all of a stream as text; an empty string if the stream breaks off, because half a payload is not a payload. */
export async function readAll({ bytes, next }: StreamStart): Promise<string> {
  const decoder = new TextDecoder();
  let text = decoder.decode(bytes, { stream: true });
  try {
    for (let chunk = await next(); chunk !== undefined; chunk = await next()) text += decoder.decode(chunk, { stream: true });
  } catch {
    return '';
  }
  return text + decoder.decode();
}
