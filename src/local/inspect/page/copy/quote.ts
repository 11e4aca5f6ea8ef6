/** Quotes a string for JavaScript, with single quotes. */
export function quoteJs(text: string): string {
  const body = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  // Older JavaScript ends a line at these two characters.
  return `'${body.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** Quotes a string for bash, zsh and other shells. */
export function quoteShell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * Quotes a header for bash and zsh. A client can send any byte in a header, and a shell would send two bytes for `é`, so such a header gets
 * the form `$'caf\xe9'`.
 */
export function quoteShellBytes(text: string): string {
  if (/^[\t -~]*$/.test(text)) return quoteShell(text);
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `$'${Array.from(escaped, escapeByte).join('')}'`;
}

function escapeByte(char: string): string {
  const code = char.charCodeAt(0);
  return code > 0x1f && code < 0x7f ? char : `\\x${code.toString(16).padStart(2, '0')}`;
}

/** Writes headers as an object in JavaScript, or as an array of pairs if a name is repeated. */
export function headersText(headers: readonly (readonly [name: string, value: string])[], indent: string): string {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  if (names.size < headers.length) {
    return `[\n${headers.map(([name, value]) => `${indent}  [${quoteJs(name)}, ${quoteJs(value)}],\n`).join('')}${indent}]`;
  }
  const lines = headers.map(([name, value]) => `${indent}  ${/^[A-Za-z_]\w*$/.test(name) ? name : quoteJs(name)}: ${quoteJs(value)},\n`);
  return `{\n${lines.join('')}${indent}}`;
}
