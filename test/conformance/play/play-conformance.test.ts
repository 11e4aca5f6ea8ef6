import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { conformanceStack, playConformance } from 'apigw-proxy/conformance';
import { readTemplate } from 'apigw-proxy/deploy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stackApis } from '../../../src/conformance/stack/stack-apis.js';
import { outputOf } from '../../../src/conformance/stack/stack-template.js';
import { cli } from '../../cli/terminal.js';
import { judgeFile } from '../judge.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'apigw-proxy-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the local API', () => {
  test('answers every case that HTTP can show as AWS does, and its recordings agree', async () => {
    const file = join(folder, 'recordings.json');
    const { code, out } = await cli(['conformance', '--json', '--record', file]);
    const { verdicts, held, failed, skipped } = JSON.parse(out);
    expect(verdicts.filter(({ outcome }: { outcome: string }) => outcome === 'failed')).toEqual([]);
    expect(held).toBe(stackApis().flatMap(({ cases }) => cases).length);
    expect({ code, failed, sum: held + skipped }).toEqual({ code: 0, failed: 0, sum: verdicts.length });
    expect(readFileSync('docs/conformance.md', 'utf8')).toContain(`\n${held} of ${held} cases hold.\n`);
    const judged = await judgeFile(file);
    expect(judged.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(judged).toHaveLength(held);
  }, 120_000);
});

describe('the stack', () => {
  test('is a template without anything that this library leaves out', () => {
    for (const [name, text] of Object.entries(conformanceStack())) writeFileSync(join(folder, name), text);
    const { apis, unsupported } = readTemplate(join(folder, 'template.json'));
    expect(unsupported).toEqual([]);
    expect(apis).toHaveLength(stackApis().length);
  });

  test('has one output for each API', () => {
    const { Outputs } = JSON.parse(conformanceStack()['template.json']);
    expect(Object.keys(Outputs).sort()).toEqual(stackApis().map(outputOf).sort());
  });

  test('keeps the policy of a function below 20 kB', () => {
    const { Resources } = JSON.parse(conformanceStack()['template.json']) as {
      Resources: Record<string, { Properties: { Events?: object } }>;
    };
    const counts = Object.values(Resources).map(({ Properties }) => Object.keys(Properties.Events ?? {}).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(30); // 500 characters a statement
  });
});

describe('playConformance', () => {
  test('counts a server that is away as a failure', async () => {
    const { failed, recordings, verdicts } = await playConformance({
      urls: { rest: 'http://127.0.0.1:1/stage' },
      ids: ['rest-rec-no-route'],
    });
    expect({ failed, recordings }).toEqual({ failed: 1, recordings: [] });
    expect(verdicts[0]?.remarks[0]).toContain('ECONNREFUSED');
  });

  test('reads an event that the server compressed', async () => {
    const event = { resource: '/', path: '/', requestContext: { resourcePath: '/', stage: 'stage' } };
    const server = createServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(JSON.stringify(event)));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // it listens to a port
    const { verdicts } = await playConformance({ urls: { rest: `http://127.0.0.1:${port}/stage` }, ids: ['rest-root-resource-h2'] });
    server.close();
    expect(verdicts[0]?.remarks).toContain('requestContext.path: expected "/stage/", got undefined');
  });

  test('says why it skips a case', async () => {
    const { verdicts } = await playConformance({ urls: {}, ids: ['rest-rec-no-route', 'rest-iam-auth', 'ws-doc-connect-200'] });
    expect(Object.fromEntries(verdicts.map(({ id, remarks }) => [id, remarks[0]]))).toEqual({
      'rest-rec-no-route': 'needs the URL of rest',
      'rest-iam-auth': 'needs a signed request',
      'ws-doc-connect-200': 'a WebSocket API, not HTTP',
    });
  });

  test('plays only what nobody has recorded', async () => {
    const { verdicts } = await playConformance({ urls: {}, isOpen: true });
    expect(verdicts.length).toBeGreaterThan(20);
    expect(verdicts.filter(({ evidence }) => /^(?:RECORDED|ISSUE)/.test(evidence))).toEqual([]);
  });
});
