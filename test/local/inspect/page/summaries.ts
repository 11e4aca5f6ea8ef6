import type { ExchangeSummary, ExchangeView, InspectedApi } from '../../../../src/local/inspect/view.js';

/** Creates what the list shows of an exchange. */
export function summary(given: Partial<ExchangeSummary> = {}): ExchangeSummary {
  const plain = {
    index: 1,
    startedAt: 0,
    duration: 1,
    kind: 'request',
    method: 'GET',
    target: '/',
    isFailed: false,
    errors: 0,
    warnings: 0,
  } as const;
  return { ...plain, ...given };
}

/** Creates what the page shows of a request. */
export function requestView({ body = '', ...given }: Partial<ExchangeView> & { readonly body?: string } = {}): ExchangeView {
  const { index, ...rest } = summary(given);
  const content = { size: body.length, isCut: false, mediaType: '', text: body };
  const request = { line: `${rest.method} ${rest.target}`, headers: [], body: content };
  return { index, ...rest, issues: [], isCustom: false, options: {}, event: '{}', status: 200, request, ...given };
}

/** Creates what the server sends for the list. */
export function listed(exchanges: readonly ExchangeSummary[], given: Partial<InspectedApi> = {}): InspectedApi {
  return { run: 'a', target: 'rest', prefix: '/prod', exchanges, posts: [], open: [], ...given };
}
