export { expectStructured, type StructuredResult } from './expect-structured.js';
export type { FetchApp, FetchEnv, FetchFunction, FetchObject } from './fetch-app.js';
export { type FetchHandler, type FetchHandlerOptions, type FetchStreamHandler, fetchHandler } from './fetch-handler.js';
export type { FetchStream } from './fetch-stream.js';
export type { ResultHeaders } from './fields.js';
export { fromFetchResponse } from './from-fetch-response.js';
export type { ResultInit, WebsocketResultInit } from './init.js';
export type { MadeFor, NotInThisPayload, Payload1Result, Payload2Result, Result } from './result.js';
export { type HttpResults, type Problem, type Results, resultsFor, type WebsocketResults } from './results-for.js';
