import { readFileSync } from 'node:fs';
import type { RenderCase } from './render-case.js';
import type { RequestCase } from './request-case.js';

/** The folder with the cases as JSON files. The build replaces the path by that of the package. */
const FOLDER = new URL('../../../test/conformance/data/', import.meta.url);

let renderCases: readonly RenderCase[] | undefined;
let requestCases: readonly RequestCase[] | undefined;

/**
 * Returns the cases about results: what a function returned, and the response that its client must get.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { readRenderCases } from 'apigw-proxy/conformance';
 *
 * console.log(readRenderCases().some(({ api }) => api === 'rest')); // => true
 * ```
 */
export function readRenderCases(): readonly RenderCase[] {
  renderCases ??= readCases('render-cases.json') as readonly RenderCase[]; // the tests hold the file to the type
  return renderCases;
}

/**
 * Returns the cases about requests: what a client sent, and what the function's event must contain.
 *
 * @throws nothing.
 * @example
 * ```ts
 * import { readRequestCases } from 'apigw-proxy/conformance';
 *
 * console.log(readRequestCases().some(({ api }) => api === 'http-2.0')); // => true
 * ```
 */
export function readRequestCases(): readonly RequestCase[] {
  requestCases ??= readCases('request-cases.json') as readonly RequestCase[]; // the tests hold the file to the type
  return requestCases;
}

function readCases(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}
