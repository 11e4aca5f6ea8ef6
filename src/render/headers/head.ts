import { MAX_HEADERS } from '../../aws/limits.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import type { BoundResult } from '../read/bind.js';
import type { Rendering } from '../rendering.js';
import { defaultContentType } from './content-type.js';
import { corsFields, corsOf } from './cors.js';
import { mergeHeaders } from './merge-headers.js';
import { sentFields } from './sent-fields.js';

/** The fields of a response that come from the function's result and the CORS configuration. */
export interface Head {
  /** Content-Type, as spelled; none: no such field. */
  readonly type: readonly HttpField[];
  /** All others. */
  readonly fields: readonly HttpField[];
  /** Whether the function has encoded the body itself. */
  readonly isEncoded: boolean;
}

/** Merges, filters and spells the function's headers, and adds what they lack. */
export function headOf(bound: BoundResult, isEmpty: boolean, rendering: Rendering): Head {
  const { dialect, report } = rendering;
  const sent = sentFields(mergeHeaders(bound, dialect, report), rendering);
  const type = sent.type ?? defaultContentType(bound, isEmpty, rendering);
  const fields = [...sent.fields, ...corsOfResult(sent.fields, rendering)];
  const size = sizeOf(type) + sizeOf(fields);
  if (size > MAX_HEADERS) report('headers-too-large', ['headers'], `${size}`);
  return { type, fields, isEncoded: sent.isEncoded };
}

function corsOfResult(sent: readonly HttpField[], { gateway, request, report }: Rendering): readonly HttpField[] {
  const cors = corsOf(gateway);
  const added = cors === undefined ? [] : corsFields(cors, request);
  // assumed: the gateway's Vary stands beside the function's.
  if (hasVary(added) && hasVary(sent))
    report('behaviour-assumed', ['headers'], 'the Vary of the function and the one of CORS are both sent');
  return added;
}

/** What is to be said of the length of a body that is not sent: HEAD and 304 may state one, and nobody knows whether a gateway does. */
export function reportLength(status: number, request: HttpRequest, { report }: Rendering): void {
  if (status === 304) report('behaviour-assumed', [], 'a 304 has no Content-Length');
  else if (request.method === 'HEAD') report('behaviour-assumed', [], 'the answer to HEAD has the length that GET would see');
}

function hasVary(fields: readonly HttpField[]): boolean {
  return fields.some(([name]) => name.toLowerCase() === 'vary');
}

function sizeOf(fields: readonly HttpField[]): number {
  return fields.reduce((size, [name, value]) => size + name.length + value.length, 0);
}
