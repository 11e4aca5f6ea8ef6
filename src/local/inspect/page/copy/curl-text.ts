import type { ExchangeView } from '../../view.js';
import { copiedRequest } from './copied-request.js';
import { quoteShell, quoteShellBytes } from './quote.js';

/**
 * Writes a request as a curl command.
 *
 * @param origin where to send it: `http://127.0.0.1:3000`.
 */
export function curlText(view: ExchangeView, origin: string): string {
  const { method, target, headers, body } = copiedRequest(view);
  const url = quoteShell(origin + target);
  const fields = headers.map(([name, value]) => `-H ${quoteShellBytes(value === '' ? `${name};` : `${name}: ${value}`)}`);
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  // With a body, curl sends a form's Content-Type unless it is removed.
  const noType = body === undefined || hasType ? [] : ["-H 'Content-Type:'"];
  const options = [...urlOptions(target), ...methodOptions(method, body !== undefined), ...fields, ...noType];
  if (body?.base64 !== undefined) return `echo ${body.base64} | base64 -d | ${lines([`curl ${url}`, ...options, '--data-binary @-'])}`;
  return lines([`curl ${url}`, ...options, ...(body === undefined ? [] : [`--data-raw ${quoteShell(body.text ?? '')}`])]);
}

/** Without these options, curl expands brackets and removes dots from the path. */
function urlOptions(target: string): string[] {
  const path = target.split('?', 1)[0] ?? '';
  const hasDots = path.split('/').some((segment) => segment === '.' || segment === '..');
  return [...(/[[\]{}]/.test(target) ? ['-g'] : []), ...(hasDots ? ['--path-as-is'] : [])];
}

function methodOptions(method: string, hasBody: boolean): string[] {
  if (method === 'HEAD' && !hasBody) return ['-I'];
  return method === (hasBody ? 'POST' : 'GET') ? [] : [`-X ${quoteShell(method)}`];
}

function lines(parts: readonly string[]): string {
  return parts.join(' \\\n  ');
}
