import { TARGETS, type Target } from '../aws/target.js';
import { CUSTOM_ISSUES } from '../custom/integration/custom-issues.js';
import { closestName } from '../gateway/did-you-mean.js';
import { REQUEST_RULES } from '../gateway/request-issue.js';
import { ISSUE_CODES } from '../render/issue-codes.js';
import { ASSUMED_TOPICS } from '../render/issues/assumed-topic.js';
import { explainIssue } from '../render/issues/explain-issue.js';
import type { IssueCode } from '../render/issues/issue.js';
import { ALL_RESULT_RULES } from '../render/issues/other-rules.js';
import { type Command, EXIT, readArgs } from './command.js';
import { targetOf } from './gateway-options.js';
import type { Io } from './io.js';
import { paint } from './paint.js';
import { UsageError } from './usage-error.js';

const OPTIONS = { target: { type: 'string' } } as const;

const HELP = `apigw-proxy explain CODE [options]   explain an issue
apigw-proxy explain                  list all codes

  --target TARGET          only for rest, http-1.0, http-2.0, function-url or
                           websocket

  apigw-proxy explain unknown-key
`;

export const explainCommand: Command = {
  help: HELP,
  async run(args, io) {
    const { values, positionals } = readArgs('explain', args, OPTIONS);
    const [code, another] = positionals;
    if (another !== undefined) throw new UsageError(`'${another}' is a second code.`, 'Pass one code.');
    const targets = values.target === undefined ? TARGETS : [targetOf(values.target)];
    if (code === undefined) for (const each of ALL) io.write(`${each}\n`);
    else for (const line of pageOf(code, targets, io)) io.write(`${line}\n`);
    return EXIT.ok;
  },
};

/** The codes of issues about requests, results and custom integrations. */
const ALL: readonly string[] = [...new Set([...ISSUE_CODES, ...Object.keys(CUSTOM_ISSUES)])];

function pageOf(code: string, targets: readonly Target[], io: Io): string[] {
  const known = ISSUE_CODES.find((each) => each === code);
  const pages = [
    ...(known === undefined ? [] : [issuePage(known, targets, io)]),
    ...(Object.hasOwn(CUSTOM_ISSUES, code) ? [customPage(code as keyof typeof CUSTOM_ISSUES, io)] : []), // an own key
  ];
  if (pages.length === 0) throw unknownCode(code);
  return pages.flatMap((page, index) => (index === 0 ? page : ['', ...page]));
}

function unknownCode(code: string): UsageError {
  if (/^\d{3}$/.test(code)) {
    return new UsageError(
      `${code} is a status, not the code of an issue.`,
      "Run 'apigw-proxy check --target rest result.json' for the cause.",
    );
  }
  const meant = closestName(code, ALL);
  const fix = meant === undefined ? "Run 'apigw-proxy explain' for all codes." : `Did you mean '${meant}'?`;
  return new UsageError(`There is no issue '${code}'.`, fix);
}

/** What stands for the value that an issue is about. */
const VALUE = 'VALUE';

/** Returns the page of an issue: what it says for each target, once for targets that it says the same for. */
function issuePage(code: IssueCode, targets: readonly Target[], io: Io): string[] {
  const texts = new Map<string, Target[]>();
  for (const found of foundBy(code)) {
    for (const target of targets) {
      const { message, fix } = explainIssue({ code, target, severity: severityOf(code), path: [], evidence: 'assumed', found });
      const text = `${message}\n    ${fix}`;
      texts.set(text, [...(texts.get(text) ?? []), target]);
    }
  }
  const isSame = texts.size === 1;
  const sections = [...texts].flatMap(([text, of]) => [...(isSame ? [] : [`  ${of.join(', ')}`]), `  ${text}`]);
  return [headingOf(code, severityOf(code), ABOUT[kindOf(code)], io), '', ...sections];
}

/** What an issue can be about: any value or, for unknown behavior, each of the behaviors. */
function foundBy(code: IssueCode): readonly string[] {
  return code === 'behaviour-assumed' ? ASSUMED_TOPICS : [VALUE];
}

type Severity = 'error' | 'warning' | 'info';

/** What an issue of each kind is about. */
const ABOUT = { result: 'about a result', request: 'about a request', failure: 'the gateway answers in place of the function' } as const;

function kindOf(code: IssueCode): keyof typeof ABOUT {
  if (Object.hasOwn(ALL_RESULT_RULES, code)) return 'result';
  return Object.hasOwn(REQUEST_RULES, code) ? 'request' : 'failure';
}

function severityOf(code: IssueCode): Severity {
  const rules: Readonly<Record<string, readonly [severity: Severity, ...unknown[]]>> = { ...ALL_RESULT_RULES, ...REQUEST_RULES };
  return (Object.hasOwn(rules, code) ? rules[code] : undefined)?.[0] ?? 'error';
}

function customPage(code: keyof typeof CUSTOM_ISSUES, io: Io): string[] {
  const [severity, , message, fix] = CUSTOM_ISSUES[code];
  return [headingOf(code, severity, 'about a custom integration', io), '', `  ${message.replace('{}', VALUE)}`, `    ${fix}`];
}

function headingOf(code: string, severity: Severity, about: string, io: Io): string {
  const colours = { error: 'red', warning: 'yellow', info: 'dim' } as const;
  return `${code}  (${paint(severity, colours[severity], io.isColoured)}, ${about})`;
}
