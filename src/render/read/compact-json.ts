/** Removes the white space around the parts of a JSON text. Keys keep their order and numbers their digits. */
export function compactJson(text: string): string {
  let compact = '';
  let index = 0;
  while (index < text.length) {
    const quote = text.indexOf('"', index);
    const end = quote < 0 ? text.length : quote;
    compact += text.slice(index, end).replace(/\s+/g, '');
    if (quote < 0) break;
    index = endOfString(text, quote);
    compact += JSON.stringify(JSON.parse(text.slice(quote, index)));
  }
  return compact;
}

/**
 * Finds the end of a string in valid JSON: the index after its closing quote.
 *
 * @param start the index of its opening quote.
 */
export function endOfString(json: string, start: number): number {
  // A regular expression would overflow V8's stack on a string of many megabytes.
  let end = start + 1;
  while (end < json.length && json[end] !== '"') end += json[end] === '\\' ? 2 : 1;
  return end + 1;
}
