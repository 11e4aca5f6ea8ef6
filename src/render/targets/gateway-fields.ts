import type { Target } from '../../aws/target.js';
import type { GatewayIds } from '../../gateway/ids.js';

/** A field whose value is one of the gateway's ids. */
export type GatewayField = readonly [name: string, id: keyof GatewayIds];

/** Fields that a gateway adds to a response. */
export interface GatewayFields {
  /** In front of the function's. */
  readonly before: readonly GatewayField[];
  /** Behind them. */
  readonly after: readonly GatewayField[];
}

const HTTP_API: GatewayFields = { before: [], after: [['Apigw-Requestid', 'extendedRequestId']] };

/** The fields of each target, with the ids in them. */
export const GATEWAY_FIELDS: Readonly<Record<Target, GatewayFields>> = {
  rest: {
    before: [
      ['x-amzn-RequestId', 'requestId'],
      ['x-amz-apigw-id', 'extendedRequestId'],
    ],
    after: [['X-Amzn-Trace-Id', 'traceId']],
  },
  'http-1.0': HTTP_API,
  'http-2.0': HTTP_API,
  'function-url': { before: [['x-amzn-RequestId', 'requestId']], after: [['X-Amzn-Trace-Id', 'traceId']] },
  websocket: { before: [], after: [] },
};
