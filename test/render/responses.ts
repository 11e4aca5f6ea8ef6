import type { Gateway, RenderedResponse, RenderTarget } from 'apigw-proxy';
import { type RenderOptions, renderResult } from 'apigw-proxy/render';

export const TARGETS: readonly RenderTarget[] = ['rest', 'http-1.0', 'http-2.0', 'function-url'];

/** The parts of a request that matter to a test. */
export interface Asked {
  method?: string;
  headers?: Readonly<Record<string, string>>;
}

/** Renders a result; settings and request in short form. */
export function render(
  result: unknown,
  gateway: RenderTarget | Gateway<RenderTarget>,
  { method = 'GET', headers = {} }: Asked = {},
  options: RenderOptions = {},
): RenderedResponse {
  const settings = typeof gateway === 'string' ? { target: gateway } : gateway;
  return renderResult(result, settings, { method, target: '/', headers: Object.entries(headers) }, options);
}

/** Returns the values of a header in any case, in order. */
export function valuesOf({ headers }: RenderedResponse, name: string): string[] {
  return headers.filter(([spelled]) => spelled.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}

/** Returns the names of the headers in order, as spelled. */
export function namesOf({ headers }: RenderedResponse): string[] {
  return headers.map(([name]) => name);
}

/** Returns the body as text. */
export function textOf({ body }: Pick<RenderedResponse, 'body'>): string {
  return Buffer.from(body).toString('utf8');
}

/** Returns the codes of the issues in order. */
export function codesOf({ issues }: RenderedResponse): string[] {
  return issues.map(({ code }) => code);
}
