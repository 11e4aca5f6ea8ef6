import type { HttpField } from '../../../../http/request.js';
import type { BodyView, ExchangeView } from '../../view.js';

/** A request without what a client adds to every request. */
export interface CopiedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly HttpField[];
  /** `undefined` without a body. */
  readonly body: BodyView | undefined;
}

/** Headers that depend on the connection or the browser. The new client adds its own. */
const NOT_COPIED: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'te',
  'upgrade',
  'expect',
  'accept-encoding',
  'upgrade-insecure-requests',
]);

/** Returns the parts of a request that are worth copying. */
export function copiedRequest({ method, target, request }: ExchangeView): CopiedRequest {
  const headers = request.headers.filter(([name]) => !isOfConnection(name.toLowerCase()));
  return { method, target, headers, body: request.body.size === 0 ? undefined : request.body };
}

function isOfConnection(name: string): boolean {
  return NOT_COPIED.has(name) || name.startsWith('sec-');
}

/** Returns whether a copy would have only the beginning of the body. */
export function isTooLong({ request }: ExchangeView): boolean {
  return request.body.isCut;
}
