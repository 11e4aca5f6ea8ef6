import { JSON_TYPE } from '../../aws/media-types.js';
import { invalidOption } from '../../gateway/check-shape.js';
import { GatewayError } from '../../gateway/error.js';
import { isRecord } from '../../gateway/is-record.js';
import { serialiseJson } from '../../gateway/serialise-json.js';
import { isBytes } from '../../http/is-object.js';
import { byteLength, wellFormed } from '../../http/text.js';
import type { EventInit } from './event-init.js';
import type { RequestOptions } from './request-options.js';
import { isSearchParams } from './search-params.js';

/** The body of a request, and its Content-Type if the headers have none. */
export interface Content {
  /** Text that UTF-8 can represent, or bytes. */
  readonly body: string | Uint8Array;
  readonly type: string | undefined;
}

/**
 * Returns the body that the options describe, or `undefined` without one.
 *
 * @throws GatewayError `conflicting-options`, `invalid-option` or `unserialisable-json`.
 */
export function contentOf({ json, form, body }: RequestOptions): Content | undefined {
  if (form !== undefined && json !== undefined) throw conflict('form', 'json', 'the request body');
  if (body !== undefined && json !== undefined) throw conflict('body', 'json', 'the request body');
  if (body !== undefined && form !== undefined) throw conflict('body', 'form', 'the request body');
  // JSON.stringify escapes lone surrogates.
  if (json !== undefined) return { body: serialiseJson(json, ['json']), type: JSON_TYPE };
  if (form !== undefined) return { body: formText(form), type: 'application/x-www-form-urlencoded' };
  if (body === undefined) return undefined;
  if (typeof body === 'string') return { body: wellFormed(body), type: 'text/plain;charset=UTF-8' };
  if (isBytes(body)) return { body, type: undefined };
  throw invalidOption(['body'], 'a string or a Uint8Array', body, 'For an object, use `json`; for no body, leave `body` out.');
}

/** Returns the number of bytes of a body. */
export function lengthOf({ body }: Content): number {
  return typeof body === 'string' ? byteLength(body) : body.length;
}

/** Returns the error of two options that set the same thing. */
export function conflict(option: string, other: string, what: string, fix = 'Remove one of them.'): GatewayError {
  return new GatewayError('conflicting-options', [option], `\`${other}\` and \`${option}\` both set ${what}.`, fix);
}

function formText(form: NonNullable<EventInit['form']>): string {
  if (isSearchParams(form)) return form.toString();
  const fix = "Pass fields as strings, such as { name: 'Ada' }, or URLSearchParams.";
  if (!isRecord(form)) throw invalidOption(['form'], 'URLSearchParams or an object of strings', form, fix);
  const fields = Object.entries(form);
  for (const [name, value] of fields) if (typeof value !== 'string') throw invalidOption(['form', name], 'a string', value, fix);
  return new URLSearchParams(fields).toString();
}
