// Arbitraries for fast-check: requests, settings, events and results.

export { authorizerEvent, event } from './event.js';
export { type Exchange, exchange } from './exchange.js';
export { gateway } from './gateway.js';
export { type HttpRequestConstraints, httpRequest } from './http-request.js';
export { refusedResult, result, type TargetResult } from './result.js';
