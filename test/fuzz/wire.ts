import fc from 'fast-check';
import { MALFORMED_REQUESTS, UNUSUAL_REQUESTS } from '../http/malformed-requests.js';
import { text } from './values.js';

const PIECES = [
  '',
  '\r\n',
  '\n',
  ':',
  ' ',
  '\0',
  'Content-Length: 5\r\n',
  'Transfer-Encoding: chunked\r\n',
  'ff\r\n',
  ';',
  'Host: h\r\n',
  ', ',
];

/** Requests as text, one byte for each character: unusual and malformed ones, with more damage. */
export const wire: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...UNUSUAL_REQUESTS.map((each) => each.text)),
      fc.constantFrom(...MALFORMED_REQUESTS.map((each) => each.text)),
    ),
    fc.array(fc.tuple(fc.nat(200), fc.nat(1), fc.oneof(fc.constantFrom(...PIECES), text)), { maxLength: 3 }),
  )
  .map(([start, edits]) => edits.reduce((all, [at, removed, added]) => `${all.slice(0, at)}${added}${all.slice(at + removed)}`, start));

const OPCODES = [0, 1, 2, 3, 8, 9, 10, 15];

/** A frame of a WebSocket client as bytes, true to RFC 6455 or not. */
const frame: fc.Arbitrary<readonly number[]> = fc
  .record({
    opcode: fc.constantFrom(...OPCODES),
    isFinal: fc.boolean(),
    reserved: fc.constantFrom(0, 0, 0, 0x40, 0x10),
    isMasked: fc.constantFrom(true, true, true, false),
    payload: fc.oneof(
      text.map((each) => [...new TextEncoder().encode(each)].slice(0, 2000)),
      fc.array(fc.nat(255), { maxLength: 140 }),
    ),
    lie: fc.constantFrom<number | undefined>(undefined, undefined, undefined, 0, 125, 126, 127),
  })
  .map(({ opcode, isFinal, reserved, isMasked, payload, lie }) => {
    const { length } = payload;
    const size = lie !== undefined ? [lie] : length < 126 ? [length] : [126, length >> 8, length & 255];
    const [first = 0, ...rest] = size;
    return [
      (isFinal ? 0x80 : 0) | reserved | opcode,
      (isMasked ? 0x80 : 0) | first,
      ...rest,
      ...(isMasked ? [0, 0, 0, 0] : []),
      ...payload,
    ];
  });

/** The frames of a connection. */
export const frames: fc.Arbitrary<Uint8Array> = fc.array(frame, { minLength: 1, maxLength: 4 }).map((all) => Uint8Array.from(all.flat()));
