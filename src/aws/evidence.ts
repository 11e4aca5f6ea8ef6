import type { Target } from './target.js';

/** How well a rule is known: recorded on real AWS, documented by AWS, reported in public, or assumed. */
export type Evidence = 'recorded' | 'documented' | 'reported' | 'assumed';

/** Evidence that differs by target. Every table lists the targets in this order. */
export function by(
  rest: Evidence,
  http10: Evidence,
  http20: Evidence,
  functionUrl: Evidence,
  websocket: Evidence = 'assumed',
): Readonly<Record<Target, Evidence>> {
  return { rest, 'http-1.0': http10, 'http-2.0': http20, 'function-url': functionUrl, websocket };
}
