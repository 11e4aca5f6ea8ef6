import { explainIssue, ISSUE_CODES, type IssueCode } from 'apigw-proxy/render';
import { expect, test } from 'vitest';
import { TARGETS, type Target } from '../../../src/aws/target.js';
import { REQUEST_RULES } from '../../../src/gateway/request-issue.js';
import { ASSUMED_TOPICS } from '../../../src/render/issues/assumed-topic.js';
import { formatNameOf } from '../../../src/render/issues/explain.js';
import type { Issue } from '../../../src/render/issues/issue.js';
import { ALL_RESULT_RULES } from '../../../src/render/issues/other-rules.js';
import type { IssueRule } from '../../../src/render/issues/rules.js';
import { FAILURES } from '../../../src/render/targets/failures.js';

const BODIES = [
  ...['Buffer', 'Uint8Array', 'DataView', 'Blob', 'File', 'Promise', 'ReadableStream', 'Readable', 'Duplex', 'Transform'],
  ...['IncomingMessage', 'Response', 'URLSearchParams', 'Map', 'Headers', 'FormData', 'Set'],
  ...['BufferLike', 'BlobLike', 'PromiseLike', 'StreamLike', 'ResponseLike', 'URLSearchParamsLike', 'MapLike', 'SetLike'],
].map((name) => `a ${name}`);

/** What is found, where the sentences depend on it. */
const FOUND: Readonly<Partial<Record<IssueCode, readonly string[]>>> = {
  'behaviour-assumed': ASSUMED_TOPICS,
  'result-not-an-object': ['5', '"{…', '…"{'],
  'status-code-coerced': ['"200"', 'null'],
  'header-value-null': ['no-type', 'not-sent', 'empty'],
  'header-list-empty': ['all-lists', ''],
  'header-spellings': ['all', 'first'],
  'body-not-text': ['an object', ...BODIES],
  'body-coerced': ['an object', ...BODIES],
  'result-emptied': ['a Map', 'a Promise'],
  'base64-not-decoded': ['no-types', '', '"*/*"'],
  'preflight-invoked': ['', '403'],
  'preflight-refused': ['authorizer', 'api-key', 'no-route'],
  'message-not-sent': ['no-route-response', 'connect', 'disconnect'],
  'not-visible': ['', '500'],
  'request-bytes-lost': ['image/png', 'form'],
  'route-closed': ['', 'Do this.'],
};

/** Where it is found. Most sentences don't depend on it. */
const PATHS: Readonly<Partial<Record<IssueCode, readonly (readonly (string | number)[])[]>>> = {
  'unknown-key': [['cookies'], ['body_'], ['hello']],
  'cookies-invalid': [['cookies'], ['cookies', 0]],
  'result-emptied': [[], ['headers']],
};

/** How severe and well known it is. Only these sentences depend on that. */
const SEVERITIES: Readonly<Partial<Record<IssueCode, readonly Issue['severity'][]>>> = {
  'header-dropped': ['warning', 'info'],
  'header-remapped': ['warning', 'info'],
  'stream-without-prelude': ['error', 'warning'],
};
const EVIDENCE: Readonly<Partial<Record<IssueCode, readonly Issue['evidence'][]>>> = { 'behaviour-assumed': ['assumed', 'reported'] };

const RULES: Readonly<Partial<Record<IssueCode, IssueRule>>> = {
  ...ALL_RESULT_RULES,
  ...REQUEST_RULES,
  ...Object.fromEntries(Object.values(FAILURES).map(({ type, evidence }) => [type, ['error', evidence]])),
};

test('sentences.txt has every issue: its severity, evidence and sentences', async () => {
  const names = TARGETS.map((target) => `${target}: ${formatNameOf(target)}`);
  const codes = ISSUE_CODES.map((code) => `\n${code}: ${ruleOf(code)}\n${sentencesOf(code).join('\n')}`);
  await expect(`${[...names, ...codes].join('\n')}\n`).toMatchFileSnapshot('sentences.txt'); // `vitest -u` updates it
});

function ruleOf(code: IssueCode): string {
  const [severity, evidence] = RULES[code] ?? [];
  return `${severity}, ${typeof evidence === 'object' ? TARGETS.map((target) => evidence[target]).join(' ') : evidence}`;
}

function sentencesOf(code: IssueCode): string[] {
  const issues = (PATHS[code] ?? [['headers', 'x-name']]).flatMap((path) =>
    (SEVERITIES[code] ?? ['error']).flatMap((severity) =>
      (EVIDENCE[code] ?? ['assumed']).flatMap((evidence) =>
        (FOUND[code] ?? ['…']).map((found) => ({ code, path, severity, evidence, found })),
      ),
    ),
  );
  return issues.flatMap((issue) => linesOf(issue));
}

/** The sentences of an issue: one line for all targets whose sentences differ in nothing but the name of the target. */
function linesOf(issue: Omit<Issue, 'target'>): string[] {
  const { code, path, severity, evidence, found } = issue;
  const targets = new Map<string, string[]>();
  for (const target of TARGETS) {
    const { message, fix } = explainIssue({ ...issue, target });
    const text = withoutName(`${message} | ${fix}`, target);
    targets.set(text, [...(targets.get(text) ?? []), target]);
  }
  const cause = [
    ...(code in FOUND ? [found] : []),
    ...(code in PATHS ? [path.join('.')] : []),
    ...(code in SEVERITIES ? [severity] : []),
    ...(code in EVIDENCE ? [evidence] : []),
  ];
  return [...targets].map(([text, names]) => {
    return `  ${[...cause, ...(names.length === TARGETS.length ? [] : names)].join(' ')}: ${text}`;
  });
}

function withoutName(text: string, target: Target): string {
  const format = formatNameOf(target);
  const [gateway = ''] = format.split(' with ');
  return [['FORMAT', format] as const, ['GATEWAY', gateway] as const].reduce(
    (left, [word, name]) => left.replaceAll(name, word).replaceAll(name.replace('a', 'A'), word.toLowerCase()),
    text,
  );
}
