import type { HttpField } from '../../../http/request.js';

/** Writes headers as lines for the editor. */
export function headerLines(headers: readonly HttpField[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** Headers from the lines of the editor, or the first line that is not a header. */
export type ReadHeaders = { readonly headers: readonly HttpField[] } | { readonly wrong: string };

/** Reads headers from lines such as `Accept: text/html`. Empty lines are ignored. */
export function readHeaderLines(text: string): ReadHeaders {
  const headers: HttpField[] = [];
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (line.trim() === '') continue;
    if (colon < 1) return { wrong: line };
    headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return { headers };
}
