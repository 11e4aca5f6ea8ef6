import type { BodyView, ExchangeView } from '../../view.js';
import { copiedRequest } from './copied-request.js';
import { headersText, quoteJs } from './quote.js';

/**
 * Writes a request as a call of `fetch`.
 *
 * @param origin where to send it: `http://127.0.0.1:3000`.
 */
export function fetchText(view: ExchangeView, origin: string): string {
  const { method, target, headers, body } = copiedRequest(view);
  const cannotHaveBody = method === 'GET' || method === 'HEAD';
  const options = [
    ...(method === 'GET' ? [] : [`method: ${quoteJs(method)}`]),
    ...(headers.length === 0 ? [] : [`headers: ${headersText(headers, '  ')}`]),
    ...(body === undefined || cannotHaveBody ? [] : [`body: ${bodyText(body)}`]),
  ];
  const note = body !== undefined && cannotHaveBody ? `// fetch can't send the body of a ${method} request.\n` : '';
  const init = options.length === 0 ? '' : `, {\n${options.map((option) => `  ${option},\n`).join('')}}`;
  return `${note}const response = await fetch(${quoteJs(origin + target)}${init});\n`;
}

/** Writes a body as an expression in JavaScript: a string or bytes. */
export function bodyText({ text, base64 = '' }: BodyView): string {
  return text === undefined ? `Uint8Array.from(atob('${base64}'), (char) => char.charCodeAt(0))` : quoteJs(text);
}
