/** Unknown behavior that a response can rely on: the `found` of a `behaviour-assumed` issue. */
export type AssumedTopic = (typeof ASSUMED_TOPICS)[number];

/** All of it. */
export const ASSUMED_TOPICS = [
  'preflight-status',
  'own-cors',
  'own-headers',
  'coding-choice',
  'two-vary',
  'length-of-304',
  'length-of-head',
  'set-cookie-and-cookies',
  'header-sent',
  'request-value-left-out',
  'stream-type',
  'stream-head',
  'empty-message',
] as const;
