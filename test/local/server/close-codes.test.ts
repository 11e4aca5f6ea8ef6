import { expect, test } from 'vitest';
import { closeAfter } from '../../../src/local/server/close-codes.js';

test.each<[code: string | undefined, close: number]>([
  ['WS_ERR_INVALID_UTF8', 1007],
  ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 1009],
  ['WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH', 1009],
  ['WS_ERR_INVALID_OPCODE', 1002],
  ['constructor', 1002],
  [undefined, 1002],
])('closeAfter gives the error %s the code %i', (code, close) => {
  expect(closeAfter(Object.assign(new Error('no'), code !== undefined && { code }))).toEqual({ code: close, reason: '' });
});
