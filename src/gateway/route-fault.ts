import { describeValue, shorten } from '../http/describe-value.js';

/** What is wrong with a route key. */
export type RouteFault = 'form' | 'express' | 'braces' | 'greedy-not-last' | 'repeated-name';

const REASONS: Readonly<Record<RouteFault, string>> = {
  form: 'is not a valid route key.',
  express: 'uses Express syntax.',
  braces: 'has braces inside a segment. A parameter is a whole segment, such as `/{id}/`.',
  'greedy-not-last': 'has a greedy parameter before its last segment. `{proxy+}` matches the rest of a path, so it must be last.',
  'repeated-name': 'uses a parameter name twice.',
};

const FIXES: Readonly<Record<RouteFault, string>> = {
  form: 'Write `GET /users/{id}`, `/users/{id}` or `$default`.',
  express: 'Write parameters as `{id}` and a wildcard as `{proxy+}`.',
  braces: 'Write parameters as `{id}` between two slashes.',
  'greedy-not-last': 'Move it to the end, or remove its `+`.',
  'repeated-name': 'Give each parameter its own name.',
};

/** A method at the start of a route key. */
const METHOD = /^(?:any|get|post|put|delete|patch|head|options)(?=[ /]|$)/i;

/**
 * Returns what is wrong with a route key, and what to write instead.
 *
 * @param isRoute returns whether a string is a route key. Nothing else is suggested.
 */
export function formatRouteFault(key: unknown, fault: RouteFault, isRoute: (text: string) => boolean): { reason: string; fix: string } {
  const shown = typeof key === 'string' && key !== '' ? `\`${shorten(key)}\`` : describeValue(key);
  const suggestion = typeof key === 'string' && key.length <= LONGEST ? suggest(key) : '';
  return { reason: `Route ${shown} ${REASONS[fault]}`, fix: isRoute(suggestion) ? `Write \`${suggestion}\`.` : FIXES[fault] };
}

/** Longest key that a better one is suggested for. */
const LONGEST = 200;

/** `get users/:id` → `GET /users/{id}`. */
function suggest(key: string): string {
  if (key.startsWith('$')) return '$default';
  const method = METHOD.exec(key)?.[0] ?? '';
  const path = key.slice(method.length).trim();
  const segments = (path.startsWith('/') ? path.slice(1) : path).split('/').map(suggestSegment);
  return `${method.toUpperCase()}${method === '' ? '' : ' '}/${segments.join('/')}`;
}

function suggestSegment(segment: string, index: number, { length }: { readonly length: number }): string {
  if (segment === '*' && index === length - 1) return '{proxy+}';
  const [, name] = /^:([A-Za-z_][\w-]*)$/.exec(segment) ?? [];
  return name === undefined ? segment : `{${name}}`;
}
