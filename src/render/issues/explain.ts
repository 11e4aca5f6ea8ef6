import type { Target } from '../../aws/target.js';
import { formatPath } from '../../gateway/check-shape.js';
import type { AssumedTopic } from './assumed-topic.js';
import type { ExplainedIssue, Issue } from './issue.js';
import type { SentenceKey, Sentences, SentenceTable, Words } from './sentences.js';

/** Explains issues, each with the first table that has sentences about it. One of them must have. */
export function explainIssues(issues: readonly Issue[], tables: readonly (SentenceTable | undefined)[]): readonly ExplainedIssue[] {
  return issues.map((issue) => {
    const key = sentenceKeyOf(issue);
    return explain(issue, tables.find((table) => table?.[key])?.[key] as Sentences); // the types of the tables cover all keys
  });
}

/** Returns where a table has the sentences about an issue. */
export function sentenceKeyOf({ code, found }: Issue): SentenceKey {
  return code === 'behaviour-assumed' ? (found as AssumedTopic) : code; // such issues have found a topic
}

/** Writes the sentences of an issue. */
export function explain(issue: Issue, { message, fix }: Sentences): ExplainedIssue {
  const { path, found = '', target, severity, evidence } = issue;
  const [key = '', header = ''] = path.map(String);
  const { gateway, format, rejected } = GATEWAYS[target];
  const names = { gateway, Gateway: capitalise(gateway), format, Format: capitalise(format), rejected };
  const words: Words = { ...names, target, severity, evidence, found, place: formatPath(path), key, header };
  return { ...issue, message: write(message, words), fix: write(fix, words) };
}

/** What messages call each gateway, and what its client gets instead of a rejected result. */
const GATEWAYS: Readonly<Record<Target, Pick<Words, 'gateway' | 'format' | 'rejected'>>> = {
  rest: { gateway: 'a REST API', format: 'a REST API', rejected: 'The client gets a 502.' },
  'http-1.0': { gateway: 'an HTTP API', format: 'an HTTP API with payload format 1.0', rejected: 'The client gets a 500.' },
  'http-2.0': { gateway: 'an HTTP API', format: 'an HTTP API with payload format 2.0', rejected: 'The client gets a 500.' },
  'function-url': { gateway: 'a function URL', format: 'a function URL', rejected: 'The client gets a 502.' },
  websocket: { gateway: 'a WebSocket API', format: 'a WebSocket API', rejected: 'The client gets an error instead.' },
};

/** Returns what messages call a target: `an HTTP API with payload format 2.0`. */
export function formatNameOf(target: Target): string {
  return GATEWAYS[target].format;
}

function write(sentence: Sentences['message'], words: Words): string {
  return typeof sentence === 'string' ? sentence : sentence(words);
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
