import { HTTPParser } from 'http-parser-js';
import type { ReadBack } from './read-back.js';

// One character for each byte, so that the bytes can be restored.
HTTPParser.encoding = 'latin1';

/**
 * Reads the bytes of one response with a parser that shares no code with Node's. Throws if there is anything before or after the response.
 */
export function readWithSecondParser(bytes: Uint8Array, isHead = false): ReadBack {
  const parser = new HTTPParser('RESPONSE');
  const chunks: Buffer[] = [];
  const read: ReadBack[] = [];
  let head: Omit<ReadBack, 'body'> | undefined;
  parser[HTTPParser.kOnHeadersComplete] = ({ statusCode, statusMessage, headers }) => {
    head = { status: statusCode, statusText: statusMessage, headers: pairs(headers) };
    return isHead ? 1 : 0;
  };
  parser[HTTPParser.kOnBody] = (chunk, offset, length) => {
    chunks.push(Buffer.from(chunk.subarray(offset, offset + length)));
  };
  parser[HTTPParser.kOnMessageComplete] = () => {
    if (head !== undefined) read.push({ ...head, body: Buffer.concat(chunks) });
  };
  const result = parser.execute(Buffer.from(bytes));
  if (result instanceof Error) throw result;
  const end = parser.finish();
  if (end instanceof Error) throw end;
  const [only] = read;
  if (only === undefined || read.length > 1) throw new Error(`There are ${read.length} responses in the bytes.`);
  return only;
}

function pairs(raw: readonly string[]): [string, string][] {
  const text = raw.map((part) => Buffer.from(part, 'latin1').toString('utf8'));
  return text.flatMap((name, index) => (index % 2 === 0 ? [[name, text[index + 1] ?? ''] as [string, string]] : []));
}
