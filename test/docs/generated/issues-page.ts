import { readFileSync } from 'node:fs';
import { TARGETS, type Target } from '../../../src/aws/target.js';
import { CUSTOM_ISSUES } from '../../../src/custom/integration/custom-issues.js';
import { REQUEST_RULES } from '../../../src/gateway/request-issue.js';
import { ISSUE_CODES } from '../../../src/render/issue-codes.js';
import { explainIssue } from '../../../src/render/issues/explain-issue.js';
import type { IssueCode } from '../../../src/render/issues/issue.js';
import { ALL_RESULT_RULES } from '../../../src/render/issues/other-rules.js';

const INTRO = `# Every issue

\`renderResult\`, \`checkResult\`, \`assertNoIssues\`, \`checkRequest\` and local APIs report issues. Each has a stable code. This page says what a code means
and what to do; \`…\` stands for the value that was found. \`npx apigw-proxy explain CODE\` prints the same. For severities and evidence, see
[Render a result as an HTTP response](render.md#what-do-the-issue-codes-mean).

* **error**: the gateway answers in place of your function.
* **warning**: it works, but not as you may expect, or it relies on an assumption.
* **info**: nothing to fix.

This page is generated from the source (\`npm run pages\`).
`;

type Kind = 'result' | 'request' | 'failure';

const SECTIONS: readonly (readonly [kind: Kind, heading: string, intro: string])[] = [
  ['result', 'Issues of a result', 'Something in what your function returned.'],
  ['request', 'Issues of a request', 'Something in what the client sent.'],
  ['failure', 'The gateway answers in place of your function', 'There is no result, or the gateway never called the function.'],
];

/** Returns the page of all issues: each code is a heading, so it has an anchor. */
export function issuesPage(): string {
  const when = descriptions();
  const sections = SECTIONS.map(([kind, heading, intro]) => {
    const codes = ISSUE_CODES.filter((code) => kindOf(code) === kind);
    return [`## ${heading}`, '', intro, '', ...codes.flatMap((code) => entryOf(code, when))].join('\n');
  });
  return `${[INTRO, ...sections, customSection()].join('\n')}`;
}

function entryOf(code: IssueCode, when: ReadonlyMap<string, readonly [severity: string, text: string]>): string[] {
  const [severity, text] = when.get(code) ?? [];
  if (severity === undefined || text === undefined) throw new Error(`docs/render.md has no row for ${code}.`);
  const example = code === 'behaviour-assumed' ? [] : ['', `> ${explain(code, EXAMPLES[code] ?? 'rest', '…').message}`];
  return [`### \`${code}\``, '', `**${severity}**: ${text}.`, ...example, '', ...fixes(code), ''];
}

/** Returns what to do: once if it is the same for all targets. */
function fixes(code: IssueCode): string[] {
  if (code === 'behaviour-assumed')
    return ["* **Fix**: Don't rely on it. [Which rules are assumed?](render.md#which-rules-are-assumed) lists them."];
  const texts = new Map<string, Target[]>();
  for (const target of TARGETS) {
    const { fix } = explain(code, target, '…');
    texts.set(fix, [...(texts.get(fix) ?? []), target]);
  }
  const isSame = texts.size === 1;
  return [...texts].map(([fix, targets]) => `* **Fix**${isSame ? '' : ` (${targets.join(', ')})`}: ${fix}`);
}

function explain(code: IssueCode, target: Target, found: string): { readonly message: string; readonly fix: string } {
  return explainIssue({ code, target, severity: 'error', path: PATH, evidence: 'assumed', found });
}

/** The target in the example of a code. The others show a REST API. */
const EXAMPLES: Readonly<Partial<Record<IssueCode, Target>>> = {
  'status-code-missing': 'http-1.0',
  'cookies-invalid': 'http-2.0',
  'stream-unsupported': 'http-2.0',
  'message-too-large': 'websocket',
  'result-is-body': 'http-2.0',
  'body-missing': 'function-url',
  'message-not-sent': 'websocket',
  'message-in-frames': 'websocket',
  'not-visible': 'websocket',
  'null-result': 'http-2.0',
  'result-is-json-text': 'http-2.0',
  'key-ignored': 'http-2.0',
  'multi-value-headers-ignored': 'http-2.0',
  'cookies-ignored': 'http-1.0',
  'header-spellings': 'http-2.0',
  'content-type-default': 'http-2.0',
  'cors-overridden': 'http-2.0',
  'preflight-answered': 'http-2.0',
  'preflight-invoked': 'http-2.0',
  'preflight-refused': 'http-2.0',
  'body-coerced': 'function-url',
  'request-path-cut': 'http-2.0',
  'request-slash-decoded': 'http-2.0',
};

/** The path in the examples: most issues that name a key are about a header. */
const PATH = ['headers', 'x-name'];

function customSection(): string {
  const entries = Object.entries(CUSTOM_ISSUES).flatMap(([code, [severity, , message, fix]]) => [
    `### \`${code}\``,
    '',
    `**${severity}**: ${message.replace('{}', '…')}`,
    '',
    `* **Fix**: ${fix}`,
    '',
  ]);
  const intro = 'Something in a mapping template or its settings; see [Custom integrations](custom-integration.md).';
  return ['## Issues of custom integrations', '', intro, '', ...entries].join('\n').trimEnd().concat('\n');
}

function kindOf(code: IssueCode): Kind {
  if (Object.hasOwn(ALL_RESULT_RULES, code)) return 'result';
  return Object.hasOwn(REQUEST_RULES, code) ? 'request' : 'failure';
}

/** Reads the table of issues in docs/render.md: the severity of each code, and when it is reported. */
function descriptions(): Map<string, readonly [severity: string, text: string]> {
  const rows = readFileSync('docs/render.md', 'utf8').matchAll(/^\| `([a-z0-9-]+)` \| ((?:error|warning|info)[^|]*) \| (.+) \|$/gm);
  return new Map([...rows].map(([, code = '', severity = '', text = '']) => [code, [severity, text]]));
}
