import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playConformance } from '../conformance/play/play-conformance.js';
import type { CaseVerdict } from '../conformance/run-conformance.js';
import { stackApis } from '../conformance/stack/stack-apis.js';
import { conformanceStack } from '../conformance/stack/stack-files.js';
import { idOf, outputOf } from '../conformance/stack/stack-template.js';
import { closestName } from '../gateway/did-you-mean.js';
import { isObject } from '../http/is-object.js';
import { type Command, EXIT, readArgs } from './command.js';
import { withServedTemplate } from './deployed/served-template.js';
import { pairsOf } from './gateway-options.js';
import type { Io } from './io.js';
import { paint } from './paint.js';
import { UsageError } from './usage-error.js';

const OPTIONS = {
  url: { type: 'string', multiple: true },
  outputs: { type: 'string' },
  target: { type: 'string' },
  case: { type: 'string', multiple: true },
  open: { type: 'boolean' },
  record: { type: 'string' },
  write: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const HELP = `apigw-proxy conformance [options]   play recorded cases over HTTP

Sends the request of each case to an API, and compares what comes back with
what AWS answered. Without options, it plays against this library's local API.

  --write FOLDER           write the function and a SAM template that deploy the
                           APIs, and play nothing
  --url NAME=URL           URL of an API of that template; repeatable. Without
                           a name: the API named like the target
  --target TARGET          the target of a --url without a name
  --outputs FILE           URLs of all APIs: the JSON that
                           'aws cloudformation describe-stacks' prints
  --case ID                only this case; repeatable
  --open                   only cases that nobody has recorded yet
  --record FILE            write what was seen, without ids and addresses
  --json                   print JSON

  apigw-proxy conformance --url rest=http://127.0.0.1:3000/stage

Exit code: 0 every played case holds, 1 one doesn't.
`;

export const conformanceCommand: Command = {
  help: HELP,
  async run(args, io) {
    const { values, positionals } = readArgs('conformance', args, OPTIONS);
    if (positionals[0] !== undefined) throw new UsageError(`Unexpected argument '${positionals[0]}'.`, 'Write --url NAME=URL.');
    if (values.target !== undefined && !(values.url ?? []).some(isBare)) {
      throw new UsageError('--target needs a --url without a name.', 'Add --url URL, or remove --target.');
    }
    if (values.write !== undefined) return write(values.write, io);
    const named = [...urlsOf(values.url ?? [], values.target), ...(values.outputs === undefined ? [] : readOutputs(values.outputs))];
    return named.length > 0 ? play(Object.fromEntries(named), values, io) : playHere(values, io);
  },
};

interface Values {
  readonly case?: readonly string[] | undefined;
  readonly open?: boolean | undefined;
  readonly record?: string | undefined;
  readonly json?: boolean | undefined;
}

function write(folder: string, io: Io): number {
  writeStack(folder);
  io.write(`Wrote ${folder}: a SAM template, the code of its functions, and what they return.\n`);
  io.write(`Deploy it with 'sam deploy --guided --template ${join(folder, 'template.json')}'.\n`);
  return EXIT.ok;
}

function writeStack(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(conformanceStack())) writeFileSync(join(folder, name), text);
}

/** Plays against the local API, which serves the same template. */
async function playHere(values: Values, io: Io): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'apigw-proxy-'));
  try {
    writeStack(folder);
    return await withServedTemplate(join(folder, 'template.json'), (urls) => play(withNames(urls), values, io));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A template names the URL of a function like the function. */
function withNames(urls: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    stackApis().flatMap((api) => {
      const url = urls[api.name] ?? urls[`${idOf(api)}Url`];
      return url === undefined ? [] : [[api.name, url] as const];
    }),
  );
}

async function play(urls: Readonly<Record<string, string>>, values: Values, io: Io): Promise<number> {
  const { case: ids, open: isOpen = false, json: isJson = false } = values;
  const onVerdict = (verdict: CaseVerdict): void => {
    if (!isJson && verdict.outcome === 'failed') for (const line of failureLines(verdict, io)) io.write(`${line}\n`);
  };
  const { recordings, ...report } = await playConformance({ urls, isOpen, onVerdict, ...(ids && { ids }) });
  if (values.record !== undefined) writeFileSync(values.record, `${JSON.stringify(recordings, null, 2)}\n`);
  if (isJson) io.write(`${JSON.stringify(report, null, 2)}\n`);
  else for (const line of summaryLines(report.verdicts)) io.write(`${line}\n`);
  return report.failed > 0 ? EXIT.invalid : EXIT.ok;
}

function failureLines({ id, target, remarks }: CaseVerdict, io: Io): string[] {
  return [`${paint('failed', 'red', io.isColoured)}  ${id}  (${target})`, ...remarks.map((remark) => `    ${remark}`)];
}

/** Counts the outcomes, and names each reason to skip a case. */
function summaryLines(verdicts: readonly CaseVerdict[]): string[] {
  const played = verdicts.filter(({ outcome }) => outcome !== 'skipped');
  const held = played.filter(({ outcome }) => outcome === 'held').length;
  const skipped = new Map<string, number>();
  for (const { outcome, remarks } of verdicts) {
    if (outcome === 'skipped') skipped.set(remarks[0] ?? '', (skipped.get(remarks[0] ?? '') ?? 0) + 1);
  }
  return [
    `${held} of ${played.length} cases hold.`,
    ...(skipped.size === 0 ? [] : ['', `Not played: ${verdicts.length - played.length}`]),
    ...[...skipped].sort(([, left], [, right]) => right - left).map(([reason, count]) => `  ${String(count).padStart(4)}  ${reason}`),
  ];
}

/** Checks whether the value of `--url` has no name. */
function isBare(text: string): boolean {
  return /^https?:/i.test(text);
}

function urlsOf(texts: readonly string[], target: string | undefined): [name: string, url: string][] {
  const names = stackApis().map(({ name }) => name);
  return texts.map((text) => {
    if (isBare(text) && target === undefined) throw new UsageError(`'${text}' has no name.`, `Write --url rest=${text}, or --target rest.`);
    const [name, url] = isBare(text) ? [target ?? '', text] : (pairsOf([text], '--url')[0] ?? ['', '']);
    return [checkName(name, names), checkUrl(url)];
  });
}

function checkName(name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  const meant = closestName(name, names);
  throw new UsageError(
    `There is no API '${name}'.`,
    meant === undefined ? `The names are ${names.join(', ')}.` : `Did you mean '${meant}'?`,
  );
}

function checkUrl(text: string): string {
  if (/^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '')) return text;
  throw new UsageError(`'${text}' is not a URL.`, 'Write http://127.0.0.1:3000/stage.');
}

/** Reads the outputs of a stack: a list of them, or what `describe-stacks` prints. */
function readOutputs(file: string): [name: string, url: string][] {
  const found = new Map(outputsIn(parseJson(file)));
  const urls = stackApis().flatMap((api): [string, string][] => {
    const url = found.get(outputOf(api));
    return url === undefined ? [] : [[api.name, checkUrl(url)]];
  });
  if (urls.length === 0)
    throw new UsageError(`'${file}' has none of the template's outputs.`, "Pass what 'aws cloudformation describe-stacks' prints.");
  return urls;
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`'${file}' can't be read as JSON.`, "Pass what 'aws cloudformation describe-stacks' prints.");
  }
}

function outputsIn(value: unknown): [key: string, url: string][] {
  if (Array.isArray(value)) return value.flatMap(outputsIn);
  if (!isObject(value)) return [];
  const { OutputKey, OutputValue, Outputs, Stacks } = value as Record<string, unknown>; // any object can be read by name
  if (typeof OutputKey === 'string' && typeof OutputValue === 'string') return [[OutputKey, OutputValue]];
  return outputsIn(Outputs ?? Stacks);
}
