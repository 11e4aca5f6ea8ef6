import { MAX_HEADERS } from '../../aws/limits.js';
import type { HttpField } from '../../http/request.js';
import type { BoundResult } from '../read/bind.js';
import { assume, type Rendering } from '../rendering.js';
import { defaultContentType } from './content-type.js';
import { mergeHeaders } from './merge-headers.js';
import { selectFields } from './select-fields.js';

/** The fields of a response that come from the function's result and the CORS configuration. */
export interface Head {
  /** Content-Type, as spelled. Empty: the response has none. */
  readonly type: readonly HttpField[];
  /** All others. */
  readonly fields: readonly HttpField[];
  /** Whether the function has encoded the body itself. */
  readonly isEncoded: boolean;
}

/** Merges, filters and spells the function's headers, and adds what they lack. */
export function headOf(bound: BoundResult, isEmpty: boolean, rendering: Rendering): Head {
  const { report } = rendering;
  const cors = rendering.cors?.fields ?? [];
  const sent = selectFields(mergeHeaders(bound, rendering), rendering);
  const type = sent.type ?? defaultContentType(bound, isEmpty, rendering);
  const fields = cors.length === 0 ? sent.fields : [...sent.fields, ...cors];
  // assumed: the gateway's Vary is sent in addition to the function's.
  if (cors.length > 0 && hasVary(cors) && hasVary(sent.fields)) assume(rendering, 'two-vary', ['headers']);
  const size = sizeOf(type) + sizeOf(fields);
  if (size > MAX_HEADERS) report('headers-too-large', ['headers'], `${size}`);
  return { type, fields, isEncoded: sent.isEncoded };
}

/**
 * Reports what is assumed about the length of a body that isn't sent. A response to HEAD and a 304 may have a Content-Length; nobody knows
 * whether a gateway sends it. It means the same in HTTP, so a client can't tell the difference.
 */
export function reportLength(status: number, rendering: Rendering): void {
  if (status === 304) assume(rendering, 'length-of-304', [], { severity: 'info' });
  else if (rendering.request.method === 'HEAD') assume(rendering, 'length-of-head', [], { severity: 'info' });
}

function hasVary(fields: readonly HttpField[]): boolean {
  return fields.some(([name]) => name.toLowerCase() === 'vary');
}

function sizeOf(fields: readonly HttpField[]): number {
  let size = 0;
  for (const [name, value] of fields) size += name.length + value.length;
  return size;
}
