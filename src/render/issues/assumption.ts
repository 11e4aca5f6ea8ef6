import type { Sentences, Words } from './sentences.js';

/**
 * Makes the sentences of an issue with the code `behaviour-assumed`.
 *
 * @param question the unknown behavior: `whether a REST API …`.
 * @param answer what the response assumes.
 * @param opening how the message starts where somebody has seen the behavior. Default: reports disagree.
 */
export function assumption(question: (words: Words) => string, answer: string, opening = 'Reports disagree on'): Sentences {
  return {
    message: (words) =>
      `${words.evidence === 'assumed' ? 'Nobody has recorded' : opening} ${question(words)}. This response assumes ${answer}.`,
    fix: "Don't rely on it. If you know what AWS does, please contribute a recording.",
  };
}
