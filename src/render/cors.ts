import { CORS } from '../gateway/cors.js';
import type { Gateway } from '../gateway/gateway.js';
import { type SettingCode, settingCode } from '../gateway/setting-code.js';
import type { HttpField, HttpRequest } from '../http/request.js';
import type { Report } from './issues/issue.js';
import type { SentenceTable } from './issues/sentences.js';

/** What a CORS configuration does to the answer to a request. */
export interface Cors {
  /** The fields that the gateway adds. */
  readonly fields: readonly HttpField[];
  /** Headers of the function that the configuration replaces, in lower case. */
  readonly replaced: ReadonlySet<string>;
  /** Reports that the function answers a preflight request, if it does, with this status. */
  readonly reportStatus: (status: number, report: Report) => void;
  /** Whether the gateway answers it itself. */
  readonly isAnswered: boolean;
}

/** The code that a CORS configuration needs. */
export interface CorsCode {
  readonly start: (request: HttpRequest, gateway: Gateway) => Cors;
  /** The sentences of issues that only a CORS configuration causes. */
  readonly sentences: SentenceTable;
}

/** Where the code for CORS is found. */
export const corsCode: SettingCode<CorsCode> = settingCode('cors', CORS, 'configureCors');

/**
 * Returns the code for the CORS configuration in the settings; `undefined` without one, and on REST, which has no such setting.
 *
 * @throws GatewayError `invalid-option` for a value that is no object, and for a plain object in a bundle without `configureCors`.
 */
export function corsCodeOf({ cors, target }: Gateway): CorsCode | undefined {
  return cors == null || target === 'rest' || Object.keys(cors).length === 0 ? undefined : corsCode.find(cors);
}
