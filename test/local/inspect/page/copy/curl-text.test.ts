import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curlText } from '../../../../../src/local/inspect/page/copy/curl-text.js';
import { draws } from '../../../../draws.js';
import { requestView } from '../summaries.js';
import { anyOriginal, ORIGIN, ORIGINALS, type Original, viewOfOriginal } from './copied-requests.js';

/** Lets bash run the command, with a function in place of curl that prints its arguments and its input. */
function runInBash(command: string): { words: Buffer[]; input: Buffer } {
  const script = `curl() { printf '%s\\0' "$@"; printf '%s\\0' END; case "$*" in *@-*) cat;; esac; }\n${command}\n`;
  const output = execFileSync('bash', ['--norc', '-c', script], {
    env: { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = output.indexOf('END\0');
  const words: Buffer[] = [];
  for (let at = 0; at < end; ) {
    const next = output.indexOf(0, at);
    words.push(output.subarray(at, next));
    at = next + 1;
  }
  return { words, input: output.subarray(end + 4) };
}

/** The request that curl would send, by the documentation of the options that a copy uses. */
function sentByCurl(command: string): Original {
  const { words, input } = runInBash(command);
  const [url = Buffer.of(), ...options] = words;
  const headers: [string, string][] = [];
  let [method, data]: [string | undefined, Buffer | undefined] = [undefined, undefined];
  for (let index = 0; index < options.length; index += 1) {
    const option = String(options[index]);
    const value = options[index + 1] ?? Buffer.of();
    if (SWITCHES.has(option)) continue;
    if (option === '-I') method = 'HEAD';
    else index += 1;
    if (option === '-X') method = String(value);
    if (option === '-H') headers.push(splitHeader(value.toString('latin1')));
    if (option === '--data-raw') data = value;
    if (option === '--data-binary' && String(value) === '@-') data = input;
  }
  if (/[[\]{}]/.test(String(url)) && !words.some((word) => String(word) === '-g')) expect.fail('curl would expand the brackets.');
  const target = words.some((word) => String(word) === '--path-as-is') ? String(url) : withoutDots(String(url));
  const kept = headers.filter(([, value]) => value !== '<none>');
  return {
    method: method ?? (data ? 'POST' : 'GET'),
    target: target.slice(ORIGIN.length),
    headers: kept,
    body: Uint8Array.from(data ?? []),
  };
}

/** Options that the copy uses, and that have no value. */
const SWITCHES: ReadonlySet<string> = new Set(['-g', '--path-as-is']);

/** RFC 3986, section 5.2.4. */
function withoutDots(url: string): string {
  const target = url.slice(ORIGIN.length);
  const end = target.includes('?') ? target.indexOf('?') : target.length;
  const path = target.slice(0, end);
  return ORIGIN + (/\/\.\.?(?:\/|$)/.test(path) ? new URL(ORIGIN + path).pathname : path) + target.slice(end);
}

/** `Name: value`; `Name;` is an empty header, and `Name:` removes one. */
function splitHeader(line: string): [string, string] {
  const [, name = '', , value = '<none>'] = /^([\w-]+)(:|;)(?: (.*))?$/s.exec(line) ?? [];
  return [name, line.endsWith(';') && value === '<none>' ? '' : value];
}

describe('curlText', () => {
  test.each(ORIGINALS)('makes curl send the same request: %s', (_, original) => {
    expect(sentByCurl(curlText(viewOfOriginal(original), ORIGIN))).toEqual(original);
  });

  test('makes curl send the same request, whatever it is', () => {
    fc.assert(
      fc.property(anyOriginal, (original) => {
        expect(sentByCurl(curlText(viewOfOriginal(original), ORIGIN))).toEqual(original);
      }),
      { numRuns: draws(0.5) },
    );
  });

  test('is as short as one would write it', () => {
    expect(curlText(requestView({ target: '/users/42' }), ORIGIN)).toBe('curl http://127.0.0.1:3000/users/42');
  });
});
