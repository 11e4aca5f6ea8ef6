import { JSON_TYPE } from '../../aws/media-types.js';
import type { HttpField } from '../../http/request.js';
import type { BoundResult } from '../read/bind.js';
import type { Reading } from '../rendering.js';

const NO_FIELD: readonly HttpField[] = [];

/** Returns the Content-Type for a result without one. */
export function defaultContentType(bound: BoundResult, isEmpty: boolean, { dialect, report }: Reading): readonly HttpField[] {
  // documented, and recorded on function URLs: a result that is the body as a whole is JSON, even where a structured one would be text.
  if (bound.isWholeBody) return [['Content-Type', JSON_TYPE]];
  const type = isEmpty ? dialect.emptyContentType : dialect.contentType;
  if (type === undefined) return NO_FIELD;
  const fits = isEmpty || (!bound.isBase64Encoded && (type.endsWith('json') ? JSON_START.test(bound.body) : isPlainText(bound.body)));
  if (!fits) report('content-type-default', ['headers'], type);
  return [['Content-Type', type]];
}

/** How JSON begins: enough for a hint, and cheap. */
const JSON_START = /^\s*(?:[[{"]|-?\d|true\b|false\b|null\b)/;

/** How HTML and XML begin. reported [html-default-text-plain]: as plain text, a browser shows the source. */
const MARKUP_START = /^\s*<(?:[!?]|[a-z][\w:-]*[\s/>])/i;

function isPlainText(body: string): boolean {
  return !JSON_START.test(body) && !MARKUP_START.test(body);
}
