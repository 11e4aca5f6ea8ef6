import type { Target } from '../../../aws/target.js';

/** Formats a time of day: `14:03:22`. */
export function formatTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Formats a duration: `3.2 ms`, `120 ms`, `1.5 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Formats a number of bytes: `312 B`, `1.5 kB`, `2.0 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Formats a count with its noun: `1 error`, `2 warnings`. */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What the page calls each kind of API. */
export const TARGET_NAMES: Readonly<Record<Target, string>> = {
  rest: 'REST API',
  'http-1.0': 'HTTP API, payload 1.0',
  'http-2.0': 'HTTP API, payload 2.0',
  'function-url': 'Function URL',
  websocket: 'WebSocket API',
};

/** How a status looks in the list. */
export type Tone = 'good' | 'moved' | 'refused' | 'failed';

/** Returns how a status looks. */
export function toneOf(status: number): Tone {
  if (status >= 500) return 'failed';
  if (status >= 400) return 'refused';
  return status >= 300 ? 'moved' : 'good';
}

/** A part of a sentence, and whether it is code. */
export interface ProsePart {
  readonly text: string;
  readonly isCode: boolean;
}

/** Splits a sentence at its backticks. Code between two backticks becomes a part without them. */
export function splitProse(sentence: string): ProsePart[] {
  const parts = sentence.split('`');
  // Without its second backtick, the last part is not code.
  const open = parts.length % 2 === 0 ? parts.length - 1 : -1;
  return parts.flatMap((text, index) => {
    if (index === open) return [{ text: `\`${text}`, isCode: false }];
    return text === '' ? [] : [{ text, isCode: index % 2 === 1 }];
  });
}

/** Formats the first bytes of a binary body like a hex viewer: 16 bytes a line, and the printable ones as text. */
export function formatHex(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let offset = 0; offset < Math.min(bytes.length, HEX_BYTES); offset += 16) {
    const line = bytes.subarray(offset, Math.min(offset + 16, HEX_BYTES));
    const hex = Array.from(line, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const text = Array.from(line, (byte) => (byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
    lines.push(`${offset.toString(16).padStart(4, '0')}  ${hex.padEnd(47)}  ${text}`);
  }
  return lines.join('\n');
}

/** How many bytes the hex viewer shows. */
const HEX_BYTES = 256;
