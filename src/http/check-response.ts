import { describeValue } from './describe-value.js';
import { isAsciiFieldValue, isFieldName, isSafeFieldValue } from './field-syntax.js';
import { isBytes, isObject } from './is-object.js';
import type { HttpField } from './request.js';
import type { HttpResponse } from './response.js';
import { UnsafeResponseError } from './unsafe-response-error.js';

/** Throws an {@link UnsafeResponseError} if the response would not reach its client as it is. Its framing is not checked. */
export function checkResponse(response: HttpResponse): void {
  checkShape(response);
  checkStatusLine(response);
  response.headers.forEach(checkField);
}

/** Throws if JavaScript has passed something else than a response. */
export function checkShape(response: HttpResponse): void {
  if (!isObject(response))
    throw new UnsafeResponseError('not-a-response', [], `The response must be an object; got ${describeValue(response)}.`);
  const { headers, body } = response;
  if (!Array.isArray(headers))
    throw new UnsafeResponseError('not-a-response', ['headers'], `\`headers\` must be an array; got ${describeValue(headers)}.`);
  if (!isBytes(body))
    throw new UnsafeResponseError('not-a-response', ['body'], `\`body\` must be a Uint8Array; got ${describeValue(body)}.`);
}

/** RFC 9112, section 4: status-line = HTTP-version SP status-code SP [ reason-phrase ], and a status-code is three digits. */
export function checkStatusLine({ status, statusText }: HttpResponse): void {
  if (!Number.isInteger(status) || status < 100 || status > 999) {
    throw new UnsafeResponseError(
      'unsafe-status',
      ['status'],
      `\`status\` must be a number of three digits; got ${describeValue(status)}.`,
    );
  }
  if (typeof statusText !== 'string' || !isSafeFieldValue(statusText)) {
    throw new UnsafeResponseError(
      'unsafe-status',
      ['statusText'],
      `\`statusText\` must be a string without control characters; got ${describeValue(statusText)}.`,
    );
  }
}

/** Throws if a header could end early, or split the response. */
export function checkField(field: HttpField, index: number): void {
  if (!Array.isArray(field)) {
    throw new UnsafeResponseError(
      'not-a-response',
      ['headers', index],
      `\`headers[${index}]\` must be a name and value pair; got ${describeValue(field)}.`,
    );
  }
  const [name, value] = field;
  if (typeof name !== 'string' || !isFieldName(name)) {
    throw new UnsafeResponseError(
      'unsafe-header-name',
      ['headers', index],
      `\`headers[${index}]\` has an invalid name: ${describeValue(name)}.`,
    );
  }
  if (typeof value !== 'string' || (!isAsciiFieldValue(value) && !isSafeFieldValue(value))) {
    throw new UnsafeResponseError(
      'unsafe-header-value',
      ['headers', index],
      `The header ${name} has an invalid value: ${describeValue(value)}.`,
    );
  }
}
