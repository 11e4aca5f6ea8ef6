import type { Sentences } from './sentences.js';

/** The sentences about a gateway's own answer that nobody has recorded. */
export const ANSWER_ASSUMED: Sentences = {
  message: ({ found, gateway }) => `Nobody has recorded how ${gateway} answers here. This response assumes ${found}.`,
  fix: "Don't rely on the exact status and text. If you know them, please contribute a recording.",
};
