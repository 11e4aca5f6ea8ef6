/** RFC 9110, section 5.6.2: a field name is a token. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** RFC 9110, section 5.5: visible ASCII, with spaces and tabs inside but not at the ends. */
const ASCII_VALUE = /^(?:[!-~](?:[\t -~]*[!-~])?)?$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for the characters that could end a header early.
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/;

/** Returns whether a string can be the name of a header. */
export function isFieldName(text: string): boolean {
  return TOKEN.test(text);
}

/** Returns whether a string is an ordinary header value: ASCII, without control characters and without spaces at its ends. */
export function isAsciiFieldValue(text: string): boolean {
  return ASCII_VALUE.test(text);
}

/** Returns whether a string can be a header value: it has no CR, LF, NUL or other control character that could split a message. */
export function isSafeFieldValue(text: string): boolean {
  return !CONTROL.test(text);
}

/** Removes spaces and tabs from the ends of a header value. They are not part of it (RFC 9110, section 5.5). */
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
