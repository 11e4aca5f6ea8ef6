import { isFieldName, isSafeFieldValue } from '../../http/field-syntax.js';
import { isObject } from '../../http/is-object.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import { encodeText } from '../../http/text.js';

/** Why an edited request can't be sent, in a sentence for the page. */
export interface EditProblem {
  readonly problem: string;
}

/** A request target without spaces and control characters, as HTTP/1.1 needs it. */
const TARGET = /^\/[!-~]*$/;

/**
 * Returns the request that the page sends in place of an original. Without a change, it is the original.
 *
 * @param change `EditedRequest` as JSON, or nothing to send the original.
 */
export function editRequest(original: HttpRequest, change: Uint8Array = new Uint8Array(0)): HttpRequest | EditProblem {
  if (change.length === 0) return original;
  const edited = parseJson(change);
  if (!isObject(edited)) return { problem: 'The request must be an object as JSON.' };
  const { method, target, headers, body } = edited;
  if (typeof method !== 'string' || !isFieldName(method)) return { problem: 'The method must be a word such as GET.' };
  if (typeof target !== 'string' || !TARGET.test(target)) {
    return { problem: 'The path must start with / and can have only ASCII characters without spaces. Percent-encode the others.' };
  }
  if (!isFields(headers)) return { problem: 'Each header must have a name, a colon and a value.' };
  if (body !== undefined && typeof body !== 'string') return { problem: 'The body must be a string.' };
  const { body: kept, ...connection } = original;
  const bytes = body === undefined ? kept : encodeText(body);
  return {
    ...connection,
    method,
    target,
    headers: withLength(headers, bytes?.length ?? 0),
    ...(bytes !== undefined && bytes.length > 0 && { body: bytes }),
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function isFields(headers: unknown): headers is HttpField[] {
  return Array.isArray(headers) && headers.every(isField);
}

function isField(field: unknown): boolean {
  if (!Array.isArray(field) || field.length !== 2) return false;
  const [name, value]: unknown[] = field;
  return typeof name === 'string' && typeof value === 'string' && isFieldName(name) && isSafeFieldValue(value);
}

/** Gives `Content-Length` the length of the new body. */
function withLength(headers: readonly HttpField[], length: number): HttpField[] {
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-length');
  return length === 0 ? others : [...others, ['Content-Length', String(length)]];
}
