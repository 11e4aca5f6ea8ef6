import type { Evidence } from '../../aws/evidence.js';
import type { Target } from '../../aws/target.js';
import type { AssumedTopic } from './assumed-topic.js';
import type { IssueCode } from './issue.js';
import type { Severity } from './severity.js';

/** What sentences about an issue are made of. */
export interface Words {
  readonly target: Target;
  readonly severity: Severity;
  readonly evidence: Evidence;
  /** The gateway: `a REST API`. */
  readonly gateway: string;
  /** The same at the start of a sentence: `A REST API`. */
  readonly Gateway: string;
  /** The gateway and, where formats differ, its payload format: `an HTTP API with payload format 2.0`. */
  readonly format: string;
  /** The same at the start of a sentence. */
  readonly Format: string;
  /** What the client gets instead of a result that the gateway rejects: `The client gets a 502.` */
  readonly rejected: string;
  /** The value that was found; empty if the issue has none. */
  readonly found: string;
  /** The path as JavaScript writes it: `headers["X-Id"]`. */
  readonly place: string;
  /** The first key of the path. */
  readonly key: string;
  /** The second key of the path: the header's name, where the path leads to a header. */
  readonly header: string;
}

/** Sentences about an issue. */
export type Sentence = string | ((words: Words) => string);

/** The sentences of an issue. */
export interface Sentences {
  /** The cause. */
  readonly message: Sentence;
  /** What to do about it. */
  readonly fix: Sentence;
}

/** What a table has sentences for: a code or, for `behaviour-assumed`, what is assumed. */
export type SentenceKey = Exclude<IssueCode, 'behaviour-assumed'> | AssumedTopic;

/** Sentences by what they are about. */
export type SentenceTable = { readonly [Key in SentenceKey]?: Sentences };
