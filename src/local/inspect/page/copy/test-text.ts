import type { Target } from '../../../../aws/target.js';
import type { ExchangeView } from '../../view.js';
import { type CopiedRequest, copiedRequest } from './copied-request.js';
import { bodyText } from './fetch-text.js';
import { headersText, quoteJs } from './quote.js';

type HttpTarget = Exclude<Target, 'websocket'>;

/** The stage that a builder assumes. */
const STAGES: Readonly<Record<Target, string>> = {
  rest: 'prod',
  'http-1.0': '$default',
  'http-2.0': '$default',
  'function-url': '$default',
  websocket: 'prod',
};

/** The builder of each kind of event. */
const BUILDERS: Readonly<Record<HttpTarget, string>> = {
  rest: 'buildRestEvent',
  'http-1.0': 'buildHttpEventV1',
  'http-2.0': 'buildHttpEvent',
  'function-url': 'buildFunctionUrlEvent',
};

/** The API that received a request. */
export interface TestedApi {
  readonly target: Target;
  /** The part of the URL path before the path of a route. */
  readonly prefix: string;
}

/**
 * Writes an exchange as a test: the request becomes a call of a builder, and the response becomes what the test expects. If the function
 * failed, the test expects that it doesn't, so it fails until the function is mended.
 */
export function testText(view: ExchangeView, { target, prefix }: TestedApi): string {
  if (target === 'websocket') return websocketTest(view);
  return view.isCustom ? customTest(view) : httpTest(view, { target, prefix });
}

function httpTest(view: ExchangeView, api: TestedApi & { readonly target: HttpTarget }): string {
  const { target } = api;
  const builder = BUILDERS[target];
  return fileText(`import { ${builder}, renderResult } from 'apigw-proxy';`, titleOf(view), [
    `const event = ${builder}(${initText(view, api)});`,
    `const { status } = renderResult(await handler(event), { target: ${quoteJs(target)} });`,
    expectStatus(view),
  ]);
}

/** A builder doesn't run mapping templates, so the test has the event that they made. */
function customTest(view: ExchangeView): string {
  const expected = view.result === undefined ? [] : [`expect(result).toEqual(${indent(view.result)});`];
  const call = `${view.result === undefined ? '' : 'const result = '}await handler(event);`;
  return fileText('', titleOf(view), [`const event = ${indent(view.event ?? 'undefined')};`, call, ...expected]);
}

function websocketTest(view: ExchangeView): string {
  const { kind, route = '$default', request, frame, isFailed } = view;
  const { target, headers } = copiedRequest(view);
  const mark = target.indexOf('?');
  const init = [
    ...settingsText(view, 'websocket'),
    ...(mark < 0 ? [] : [`query: ${quoteJs(target.slice(mark + 1))}`]),
    ...(headers.length === 0 ? [] : [`headers: ${headersText(headers, '    ')}`]),
  ];
  const session = `buildWebsocketSession(${init.length === 0 ? '' : `{\n${init.map((option) => `    ${option},\n`).join('')}  }`})`;
  if (kind === 'connect') {
    return fileText("import { buildWebsocketSession, renderResult } from 'apigw-proxy';", '$connect answers', [
      `const event = ${session}.connect();`,
      "const { status } = renderResult(await handler(event), { target: 'websocket', route: '$connect' });",
      expectStatus(view),
    ]);
  }
  const step = kind === 'message' ? `message(${bodyText(request.body)}, { route: ${quoteJs(route)} })` : 'disconnect()';
  const settings = `{ target: 'websocket', route: ${quoteJs(route)}, routeResponse: ${frame !== undefined} }`;
  return fileText("import { buildWebsocketSession, renderMessage } from 'apigw-proxy';", `${route} answers`, [
    `const event = ${session}.${step};`,
    `const { ok, frame } = renderMessage(await handler(event), ${settings});`,
    'expect(ok).toBe(true);',
    ...(isFailed ? [] : [`expect(frame).toBe(${frame === undefined ? 'undefined' : quoteJs(frame)});`]),
  ]);
}

function titleOf({ method, target, status, isFailed }: ExchangeView): string {
  return `${method} ${target} answers${isFailed ? '' : ` ${status}`}`;
}

function expectStatus({ status, isFailed }: ExchangeView): string {
  return isFailed ? 'expect(status).toBeLessThan(500);' : `expect(status).toBe(${status});`;
}

/** Writes the options of a builder. */
function initText(view: ExchangeView, { target: api, prefix }: TestedApi): string {
  const { route } = view;
  const { method, target, headers, body } = copiedRequest(view);
  const path = target.startsWith(prefix) ? target.slice(prefix.length) : target;
  const isOfRoute = route?.split(' ', 1)[0] === method;
  const options = [
    ...settingsText(view, api),
    ...(route === undefined ? [] : [`route: ${quoteJs(route)}`]),
    ...(isOfRoute ? [] : [`method: ${quoteJs(method)}`]),
    `path: ${quoteJs(path === '' ? '/' : path)}`,
    ...contentText(headers, body),
  ];
  return `{\n${options.map((option) => `    ${option},\n`).join('')}  }`;
}

/** Writes the settings of the API that differ from those of a builder, and what the authorizer returned. */
function settingsText({ options }: ExchangeView, target: Target): string[] {
  return Object.entries(options)
    .filter(([name, value]) => name !== 'stage' || value !== STAGES[target])
    .map(([name, value]) => `${name}: ${JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')}`);
}

/** Writes headers and body. JSON becomes the option `json` if that gives the same text and the same Content-Type. */
function contentText(headers: CopiedRequest['headers'], body: CopiedRequest['body']): string[] {
  const types = headers.filter(([name]) => name.toLowerCase() === 'content-type');
  const isPlainJson = types.length === 1 && types[0]?.[1] === 'application/json' && isCompact(body?.text);
  const others = isPlainJson ? headers.filter(([name]) => name.toLowerCase() !== 'content-type') : headers;
  const fields = others.length === 0 ? [] : [`headers: ${headersText(others, '    ')}`];
  if (body === undefined) return fields;
  if (isPlainJson) return [...fields, `json: ${body.text}`];
  // A builder gives a string a Content-Type, but not bytes.
  const isBareText = types.length === 0 && body.text !== undefined;
  return [...fields, `body: ${isBareText ? `new TextEncoder().encode(${bodyText(body)})` : bodyText(body)}`];
}

/** Returns whether a text is JSON as `JSON.stringify` writes it. As JavaScript, `__proto__` would mean something else. */
function isCompact(text: string | undefined): boolean {
  if (text === undefined || text.includes('__proto__')) return false;
  try {
    return JSON.stringify(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

function fileText(ownImport: string, title: string, body: readonly string[]): string {
  return [
    ...(ownImport === '' ? [] : [ownImport]),
    "import { expect, test } from 'vitest';",
    "import { handler } from './handler.js';",
    '',
    `test(${quoteJs(title)}, async () => {`,
    ...body.map((line) => `  ${line}`),
    '});',
    '',
  ].join('\n');
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
