import { decodePath, encodeSegment } from '../../http/percent.js';
import type { Policy } from './policies.js';
import type { Replace } from './words.js';

/** What the strings of one event have in common. */
export interface Scope {
  /** Replaces the words of a string. */
  readonly replace: Replace;
  /** How strings are anonymized, besides those whose words are replaced. Others are added. */
  readonly policies: Map<string, Policy>;
  /** Segments of the path that the route and the stage name. */
  readonly literals: ReadonlySet<string>;
}

/** Anonymizes a string as a policy says. */
export function anonymizeText(text: string, policy: Policy, scope: Scope): string {
  if (policy !== 'words' && policy !== 'mirror') scope.policies.set(text, policy);
  return TEXTS[policy](text, scope);
}

const TEXTS: Readonly<Record<Policy, (text: string, scope: Scope) => string>> = {
  keep: (text) => text,
  words: (text, { replace }) => replace(text),
  path: pathText,
  query: queryText,
  cookie: cookieText,
  arn: arnText,
  // An HTTP API has the key of the route where a REST API has an id.
  route: (text, { replace }) => (/^\$|\//.test(text) ? text : replace(text)),
  'media-type': mediaTypeText,
  mirror: (text, scope) => anonymizeText(text, scope.policies.get(text) ?? 'words', scope),
};

function pathText(text: string, { replace, literals }: Scope): string {
  const segments = text.split('/');
  return segments.map((segment) => (literals.has(segment) ? segment : encodedText(segment, replace))).join('/');
}

/** Anonymizes a query: the values, and not the names. */
export function queryText(text: string, { replace }: Scope): string {
  const parameters = text.split('&').map((parameter) => {
    const equals = parameter.indexOf('=') + 1;
    if (equals === 0) return parameter;
    const words = parameter.slice(equals).split('+');
    return parameter.slice(0, equals) + words.map((word) => encodedText(word, replace)).join('+');
  });
  return parameters.join('&');
}

/** Anonymizes text that can have percent escapes. */
function encodedText(text: string, replace: Replace): string {
  return /%[\da-f]{2}/i.test(text) ? encodeSegment(replace(decodePath(text))) : replace(text);
}

/** Anonymizes a Cookie header, or an item of `cookies`: the values, and not the names. */
function cookieText(text: string, { replace }: Scope): string {
  const parts = text.split(';').map((part) => {
    const equals = part.indexOf('=') + 1;
    return part.slice(0, equals) + encodedText(part.slice(equals), replace);
  });
  return parts.join(';');
}

/** `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}` */
const ARN = /^(arn:[^:]*:execute-api:[^:]*:)([^:]*:[^/]*)(\/[^/]*\/[^/]*)(.*)/s;

function arnText(text: string, scope: Scope): string {
  if (!ARN.test(text)) return scope.replace(text);
  const write = (_: string, start: string, api: string, method: string, path: string): string =>
    `${start}${scope.replace(api)}${method}${pathText(path, scope)}`;
  return text.replace(ARN, write);
}

/** Anonymizes a Content-Type: its parameters, and not the type and the charset. The boundary of a multipart body is in the body, too. */
function mediaTypeText(text: string, { replace }: Scope): string {
  const [type = '', ...parameters] = text.split(';');
  const anonymized = parameters.map((parameter) => {
    const equals = parameter.indexOf('=') + 1;
    return /^\s*charset=/i.test(parameter) ? parameter : parameter.slice(0, equals) + replace(parameter.slice(equals));
  });
  return [type, ...anonymized].join(';');
}
