import type { ExchangeSummary } from '../view.js';

/** What a word of the filter means, if it is not looked for in the text. */
const WORDS: Readonly<Record<string, (exchange: ExchangeSummary) => boolean>> = {
  'is:error': ({ errors, isFailed }) => errors > 0 || isFailed,
  'is:warning': ({ warnings }) => warnings > 0,
  '2xx': (exchange) => hasStatus(exchange, 2),
  '3xx': (exchange) => hasStatus(exchange, 3),
  '4xx': (exchange) => hasStatus(exchange, 4),
  '5xx': (exchange) => hasStatus(exchange, 5),
};

/**
 * Returns a check for the exchanges that match a filter.
 *
 * A filter is words with spaces between them, and an exchange must match all of them: `post /users 5xx`. A word is part of the method, the
 * path, the route, the status, the connection or the message, in any case, or one of `is:error`, `is:warning`, `2xx` to `5xx`. A minus in
 * front of a word excludes what it matches.
 */
export function createFilter(text: string): (exchange: ExchangeSummary) => boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '-');
  return (exchange) => words.every((word) => (word.startsWith('-') ? !matchesWord(exchange, word.slice(1)) : matchesWord(exchange, word)));
}

function matchesWord(exchange: ExchangeSummary, word: string): boolean {
  const meaning = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return meaning === undefined ? textOf(exchange).includes(word) : meaning(exchange);
}

function textOf({ method, target, route, status, connectionId, sent, received }: ExchangeSummary): string {
  return [method, target, route, status, connectionId, sent, received].join('\n').toLowerCase();
}

function hasStatus({ status }: ExchangeSummary, hundreds: number): boolean {
  return status !== undefined && Math.floor(status / 100) === hundreds;
}
