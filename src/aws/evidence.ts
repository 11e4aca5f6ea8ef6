import type { Target } from './target.js';

/** How well a rule is known: seen on real AWS, written in AWS's documentation, told in a public report, or inferred. */
export type Evidence = 'recorded' | 'documented' | 'reported' | 'assumed';

/** Evidence that differs by target, in the order of the columns of every table here. */
export function by(
  rest: Evidence,
  http10: Evidence,
  http20: Evidence,
  functionUrl: Evidence,
  websocket: Evidence = 'assumed',
): Readonly<Record<Target, Evidence>> {
  return { rest, 'http-1.0': http10, 'http-2.0': http20, 'function-url': functionUrl, websocket };
}
