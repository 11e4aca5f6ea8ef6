import { describeValue } from './describe-value.js';
import { isAsciiFieldValue, isSafeFieldValue } from './field-syntax.js';
import { readHeaderName } from './header-name.js';
import { isBytes, isObject } from './is-object.js';
import type { HttpField } from './request.js';
import type { HttpResponse } from './response.js';
import { UnsafeResponseError } from './unsafe-response-error.js';

/** Checks everything but the framing, and throws an {@link UnsafeResponseError} if the client would get a different response. */
export function checkResponse(response: HttpResponse): void {
  checkShape(response);
  checkStatusLine(response);
  response.headers.forEach(checkField);
}

/** Checks the types that TypeScript guarantees and JavaScript doesn't. */
export function checkShape(response: HttpResponse): void {
  if (!isObject(response)) {
    throw new UnsafeResponseError('not-a-response', [], `The response must be an object; got ${describeValue(response)}.`);
  }
  const { headers, body } = response;
  if (!Array.isArray(headers)) {
    throw new UnsafeResponseError('not-a-response', ['headers'], `\`headers\` must be an array; got ${describeValue(headers)}.`);
  }
  // The first check is much faster. The second one accepts arrays of other realms.
  if (!(ArrayBuffer.isView(body) && body instanceof Uint8Array) && !isBytes(body)) {
    throw new UnsafeResponseError('not-a-response', ['body'], `\`body\` must be a Uint8Array; got ${describeValue(body)}.`);
  }
}

/** RFC 9112, section 4: status-line = HTTP-version SP status-code SP [ reason-phrase ]. The status code has three digits. */
export function checkStatusLine({ status, statusText }: HttpResponse): void {
  if (!Number.isInteger(status) || status < 100 || status > 999) {
    const reason = `\`status\` must be an integer from 100 to 999; got ${describeValue(status)}.`;
    throw new UnsafeResponseError('unsafe-status', ['status'], reason);
  }
  if (typeof statusText !== 'string' || !isSafeFieldValue(statusText)) {
    const reason = `\`statusText\` must be a string without control characters; got ${describeValue(statusText)}.`;
    throw new UnsafeResponseError('unsafe-status', ['statusText'], reason);
  }
}

/** Checks that a header can't end early or split the response. */
export function checkField(field: HttpField, index: number): void {
  if (!Array.isArray(field)) {
    const reason = `\`headers[${index}]\` must be a name and value pair; got ${describeValue(field)}.`;
    throw new UnsafeResponseError('not-a-response', ['headers', index], reason);
  }
  const [name, value] = field;
  if (typeof name !== 'string' || !readHeaderName(name).isValid) {
    const reason = `\`headers[${index}]\` has an invalid name: ${describeValue(name)}.`;
    throw new UnsafeResponseError('unsafe-header-name', ['headers', index], reason);
  }
  if (typeof value !== 'string' || (!isAsciiFieldValue(value) && !isSafeFieldValue(value))) {
    const reason = `The header ${name} has an invalid value: ${describeValue(value)}.`;
    throw new UnsafeResponseError('unsafe-header-value', ['headers', index], reason);
  }
}
