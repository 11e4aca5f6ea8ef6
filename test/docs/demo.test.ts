import { describe, expect, test } from 'vitest';
import { runNode } from '../package/commands.js';

/** The REST API response that the AWS Lambda guide shows, in its order. */
const GUIDE = [
  'HTTP/1.1 200 OK',
  'Content-Type: application/json',
  'Content-Length: 55',
  'Connection: keep-alive',
  'x-amzn-RequestId: ',
  'X-Custom-Header: My value',
  'X-Custom-Header: My other value',
  'X-Amzn-Trace-Id: ',
  '{',
  '  "TotalCodeSize": 104330022,',
  '  "FunctionCount": 26',
  '}',
];

describe('the demo', () => {
  const { status, output } = runNode(['--import', 'tsx', 'docs/examples/demo.ts'], '.');
  const lines = output.split('\n').map((line) => line.trimEnd());

  test('runs', () => {
    expect(status, output).toBe(0);
  });

  test('shows the response that the AWS Lambda guide shows', () => {
    const start = lines.indexOf('HTTP/1.1 200 OK');
    const places = GUIDE.map((text) => lines.findIndex((line, index) => index >= start && line.startsWith(text)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('ends with a result that AWS rejects', () => {
    expect(lines.findLastIndex((line) => line.includes('HTTP/1.1 502'))).toBeGreaterThan(lines.lastIndexOf('HTTP/1.1 200 OK'));
  });
});
