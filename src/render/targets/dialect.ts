import type { Evidence } from '../../aws/evidence.js';
import { JSON_TYPE, TEXT_TYPE } from '../../aws/media-types.js';
import type { PlainIssueCode } from '../issues/rules.js';
import type { RenderTarget } from '../types.js';
import { SPECIAL_HEADERS, type SpecialHeaders } from './special-headers.js';

/** A part of a result that a gateway may read. */
export type ResultPart = 'statusCode' | 'headers' | 'multiValueHeaders' | 'cookies' | 'body' | 'isBase64Encoded' | 'base64Encoded';

/** How one target reads a result: every rule in which targets differ. */
export interface Dialect {
  /** Keys of a result that the gateway reads, and the part that each contains. With {@link foldsKeys}, the keys are in lower case. */
  readonly keys: ReadonlyMap<string, ResultPart>;
  /** Keys of a result that have a separate code when they are ignored. */
  readonly ignored: ReadonlyMap<string, PlainIssueCode>;
  /** The code for any other key. */
  readonly otherKey: PlainIssueCode;
  /** Evidence for single keys, where it differs from the table of rules. */
  readonly evidenceOf?: ReadonlyMap<string, Evidence>;
  /** Whether the case of keys is ignored. */
  readonly foldsKeys: boolean;
  /** Status of a result without one. `rejected`: the gateway rejects such a result. `body`: the whole result is the body. */
  readonly withoutStatus: number | 'rejected' | 'body';
  /**
   * Scalars that are accepted in place of a string, and numeric strings in place of a number, with their evidence. `undefined`: types are
   * strict.
   */
  readonly coerced: Readonly<Record<'boolean' | 'number' | 'numeric text', Evidence>> | undefined;
  /** Whether it is a guess that a result with a status and no body has an empty one. */
  readonly guessesMissingBody: boolean;
  /** Whether a body that is an array or an object is sent as JSON. */
  readonly sendsJsonBody: boolean;
  /** What a header value of null becomes: nothing, or an empty value. */
  readonly nullHeader: undefined | '';
  /** Which of `headers` and `multiValueHeaders` is sent first. If `headers` is, a pair that both maps have is sent twice. */
  readonly first: 'headers' | 'multiValueHeaders';
  /** Whether several spellings of a name in one map are all sent, or only the first. */
  readonly spellings: 'all' | 'first';
  /** Whether names are sent as `Title-Case`. Otherwise they are sent as spelled. */
  readonly titleCase: boolean;
  readonly special: SpecialHeaders;
  /** Content type of a result without one. */
  readonly contentType: string;
  /** The same for an empty body. `undefined`: the response has no content type. */
  readonly emptyContentType: string | undefined;
  /** Whether base64 is always decoded, or only where `binaryMediaTypes` has the first type in Accept. */
  readonly decodes: 'always' | 'accepted';
}

// REST reads results like a Java bean: scalars become strings, unknown keys are rejected. The recordings agree; the rest is assumed.
const REST: Dialect = {
  keys: exactly('statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded', 'base64Encoded'),
  ignored: new Map(),
  otherKey: 'unknown-key', // recorded [rest-rec-invoke-api-wrong-format]
  evidenceOf: new Map([['cookies', 'reported']]), // [rest-iss-cookies-key]
  foldsKeys: false,
  withoutStatus: 200, // recorded [rest-rec-format-only-headers]
  // recorded [rest-rec-invoke-api-with-headers, rest-rec-invoke-api-status-code-str], reported [rest-number-header]
  coerced: { boolean: 'recorded', number: 'reported', 'numeric text': 'recorded' },
  guessesMissingBody: false, // recorded [rest-rec-invoke-api-no-body]
  sendsJsonBody: false, // reported [rest-iss-body-object]
  nullHeader: undefined, // reported [rest-iss-null-content-type]
  first: 'multiValueHeaders', // recorded [rest-rec-CombinesSingleAndMultiValueHeaders]
  spellings: 'all', // reported [rest-iss-spellings]
  titleCase: false, // recorded [rest-rec-HandlesHeadersCorrectly]
  special: SPECIAL_HEADERS.rest,
  contentType: JSON_TYPE, // recorded [rest-rec-DefaultsToCorrectContentTYpe]
  emptyContentType: JSON_TYPE, // recorded [rest-rec-invoke-api-no-body]
  decodes: 'accepted', // recorded [rest-rec-binary-second-in-list]
};

// HTTP APIs read results like Go: keys in any case, types strictly, names in Title-Case. The recordings agree; the rest is assumed.
const HTTP_1: Dialect = {
  keys: inAnyCase('statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'),
  ignored: new Map([['cookies', 'cookies-ignored']]), // reported [http10-iss-unknown-keys]
  otherKey: 'key-ignored', // reported [http10-iss-unknown-keys, http20-iss-unknown-keys]
  foldsKeys: true, // assumed
  withoutStatus: 'rejected', // documented
  coerced: undefined, // assumed
  guessesMissingBody: false, // reported [http20-iss-redirect-no-ct]
  sendsJsonBody: false, // reported [http20-iss-body-object]
  nullHeader: '', // assumed
  first: 'headers', // recorded [http10-rec-CombinesSingleAndMultiValueHeaders]
  spellings: 'first', // reported [http10-iss-case-variants]
  titleCase: true, // recorded [http10-rec-HandlesHeadersCorrectly]
  special: SPECIAL_HEADERS['http-1.0'],
  contentType: TEXT_TYPE, // recorded [http10-rec-DefaultsToCorrectContentTYpe, http20-rec-DefaultsToTextPlainContentType]
  emptyContentType: undefined, // reported [http20-iss-redirect-no-ct]
  decodes: 'always', // recorded [http20-rec-SetsBodyBase64]
};

const HTTP_2: Dialect = {
  ...HTTP_1,
  keys: inAnyCase('statusCode', 'headers', 'cookies', 'body', 'isBase64Encoded'),
  ignored: new Map([['multiValueHeaders', 'multi-value-headers-ignored']]), // documented
  withoutStatus: 'body', // documented
};

const FUNCTION_URL: Dialect = {
  ...HTTP_2,
  keys: exactly('statusCode', 'headers', 'cookies', 'body', 'isBase64Encoded'),
  foldsKeys: false, // assumed
  coerced: { boolean: 'assumed', number: 'assumed', 'numeric text': 'recorded' }, // [url-rec-status-string]
  guessesMissingBody: true,
  sendsJsonBody: true, // assumed
  nullHeader: undefined, // assumed
  spellings: 'all', // assumed
  titleCase: false, // assumed
  special: SPECIAL_HEADERS['function-url'],
  contentType: JSON_TYPE, // recorded [url-rec-http-response]
  emptyContentType: JSON_TYPE, // assumed
};

export const DIALECTS: Readonly<Record<RenderTarget, Dialect>> = {
  rest: REST,
  'http-1.0': HTTP_1,
  'http-2.0': HTTP_2,
  'function-url': FUNCTION_URL,
};

/** Keys that are read as they are spelled, and no others. */
export function exactly(...parts: readonly ResultPart[]): ReadonlyMap<string, ResultPart> {
  return new Map(parts.map((part) => [part, part]));
}

function inAnyCase(...parts: readonly ResultPart[]): ReadonlyMap<string, ResultPart> {
  return new Map(parts.flatMap((part) => [[part, part] as const, [part.toLowerCase(), part] as const]));
}
