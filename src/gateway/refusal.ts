import { GatewayError, type RefusalCode } from './error.js';

/** The status that the client reads, for each refusal. */
const REFUSALS: Readonly<Record<RefusalCode, number>> = {
  'malformed-url': 400,
  'unsupported-content-encoding': 415,
  'request-too-large': 413,
  'body-not-allowed': 403,
  'url-too-long': 414,
};

/** Returns the error for a request that the gateway refuses. */
export function refusalError(code: RefusalCode, path: GatewayError['path'], reason: string, fix: string): GatewayError {
  return new GatewayError(code, path, reason, fix, REFUSALS[code]);
}

/** Returns why the gateway refuses a request, if an error says so. */
export function refusalCodeOf(error: unknown): RefusalCode | undefined {
  return error instanceof GatewayError && Object.hasOwn(REFUSALS, error.code) ? (error.code as RefusalCode) : undefined; // a key of the table
}
