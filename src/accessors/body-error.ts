/** Stable codes of {@link BodyError}. */
export type BodyErrorCode = 'not-base64' | 'unknown-charset' | 'not-text' | 'not-json' | 'prototype-key';

const MESSAGES: Readonly<Record<BodyErrorCode, string>> = {
  'not-base64': 'is not base64, although the event says so',
  'unknown-charset': 'is in a charset that is not known',
  'not-text': 'is not text in its charset',
  'not-json': 'is not JSON',
  'prototype-key': 'has a key __proto__',
};

/**
 * A body that cannot be read. Rely on `code`, which is stable, rather than on `instanceof`: the ESM and the CommonJS build each have their
 * own class.
 */
export class BodyError extends Error {
  override readonly name = 'BodyError';
  /** What is wrong, as a stable code. */
  readonly code: BodyErrorCode;
  /** The status of the answer it deserves: the client's fault, 415 for an unknown charset and 400 for all else. */
  readonly status: 400 | 415;

  constructor(code: BodyErrorCode) {
    super(`The body ${MESSAGES[code]}.`);
    this.code = code;
    this.status = code === 'unknown-charset' ? 415 : 400;
  }
}
