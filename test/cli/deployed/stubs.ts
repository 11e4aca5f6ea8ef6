import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Deployment } from 'apigw-proxy/deploy';
import { afterAll } from 'vitest';

/** What a fixture expects, and how it is read. */
export interface Fixture extends Deployment {
  readonly input: string;
  readonly options?: {
    readonly stage?: string;
    readonly target?: string;
    readonly stageVariables?: Readonly<Record<string, string>>;
    readonly functions?: Readonly<Record<string, string>>;
  } | null;
}

const FIXTURES = 'test/deploy/fixtures';

/** Answers as a handler, as an authorizer with a policy, and as one with `isAuthorized`. */
const STUB = `async (event) => (event.type || event.methodArn || event.routeArn)
  ? { isAuthorized: true, principalId: 'u', policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: '*' }] } }
  : { statusCode: 200, headers: { 'x-function': NAME }, body: JSON.stringify({ version: event.version ?? null, env: process.env }) };\n`;

/** Copies a fixture to a folder of its own, and writes a handler for each Node.js function. */
export function copyFixture(name: string): { readonly folder: string; readonly fixture: Fixture } {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  cpSync(join(FIXTURES, name), folder, { recursive: true });
  const fixture: Fixture = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8'));
  const texts = new Map<string, string>();
  for (const [id, { handler = '', codeUri = '.', inline, runtime = 'nodejs' }] of Object.entries(fixture.functions)) {
    const [, module, exported] = /^(.*)\.([^.]+)$/.exec(handler) ?? [];
    const file = join(folder, codeUri, `${module}.js`);
    if (module === undefined || inline || !runtime.startsWith('nodejs')) continue;
    texts.set(file, `${texts.get(file) ?? ''}exports.${exported} = ${STUB.replace('NAME', JSON.stringify(id))}`);
  }
  for (const [file, text] of texts) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { folder, fixture };
}
