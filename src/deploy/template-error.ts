import { instanceCheck, markError } from '../http/error-mark.js';

/** Stable codes of {@link TemplateError}. Each is one kind of mistake. */
export type TemplateErrorCode =
  /** The file does not exist or cannot be read. */
  | 'unreadable-file'
  /** The file is neither YAML nor JSON. */
  | 'invalid-syntax'
  /** The file is too large, is nested too deeply, or its aliases stand for too many values. */
  | 'too-large'
  /** The file has a key that this library refuses, because it would change what objects inherit. */
  | 'unsafe-key'
  /** The file is none of the known formats. */
  | 'unknown-format'
  /** The document fits a REST API and an HTTP API, and no option says which. */
  | 'unknown-target'
  /** An option is unknown or has the wrong type, or the file does not have what it names. */
  | 'invalid-option';

/** The details of a {@link TemplateError}. */
export interface TemplateErrorDetails {
  readonly code: TemplateErrorCode;
  /** What is wrong, in a sentence that shows the value. */
  readonly reason: string;
  /** What to do about it, in a sentence. */
  readonly fix: string;
  /** The file. Absent for a wrong option. */
  readonly file?: string;
  /** The place in the file, or the option. */
  readonly where?: string;
  /** The line in the file, counted from 1. */
  readonly line?: number;
  /** The value at fault. */
  readonly value?: unknown;
}

/**
 * Thrown for a deployment file that cannot be read at all. What a reader can leave out stands in `unsupported` instead.
 *
 * @example
 * ```ts
 * import { readTemplate, TemplateError } from 'apigw-proxy/deploy';
 *
 * try {
 *   readTemplate('no-such-template.yaml');
 * } catch (error) {
 *   console.log(error instanceof TemplateError); // => true
 * }
 * ```
 */
export class TemplateError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('TemplateError');
  override readonly name = 'TemplateError';
  /** The kind of mistake. */
  readonly code: TemplateErrorCode;
  /** The file. `undefined` for a wrong option. */
  readonly file: string | undefined;
  /** The place in the file, or the option. `undefined` if the mistake is not at one place. */
  readonly where: string | undefined;
  /** The line in the file, counted from 1. `undefined` if the mistake is not on one line. */
  readonly line: number | undefined;
  /** The value at fault. `undefined` if there is none. */
  readonly value: unknown;
  /** What to do about it, in a sentence. The message ends with it. */
  readonly fix: string;

  constructor({ code, reason, fix, file, where, line, value }: TemplateErrorDetails) {
    const place = [file, line].filter((part) => part !== undefined).join(':');
    super(`${place === '' ? '' : `${place}: `}${reason} ${fix}`);
    markError(this, 'TemplateError');
    this.code = code;
    this.file = file;
    this.where = where;
    this.line = line;
    this.value = value;
    this.fix = fix;
  }
}
