/** RFC 9110, section 5.6.2: a field name is a token. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** RFC 9110, section 5.5: visible ASCII, spaces and tabs, none of the latter two at the ends. */
const ASCII_VALUE = /^(?:[!-~](?:[\t -~]*[!-~])?)?$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that could end a field early are the point.
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/;

/** Whether a text can be the name of a header field. */
export function isFieldName(text: string): boolean {
  return TOKEN.test(text);
}

/** Whether a text is a field value as most are: ASCII, without spaces at its ends and without control characters. */
export function isAsciiFieldValue(text: string): boolean {
  return ASCII_VALUE.test(text);
}

/** Whether a text can be a field value at all: without CR, LF, NUL or another control character that could split a message. */
export function isSafeFieldValue(text: string): boolean {
  return !CONTROL.test(text);
}

/** The text without spaces and tabs at its ends: a receiver takes them for padding, not for the value. */
export function trimFieldValue(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isPadding(text.charCodeAt(start))) start += 1;
  while (end > start && isPadding(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isPadding(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
