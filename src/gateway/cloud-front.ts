import { dropUndefined } from './drop-undefined.js';

/** What CloudFront adds to the headers of an edge-optimized REST API. */
export interface CloudFront {
  /** Two-letter country code of the client. Default: `'US'`. */
  readonly viewerCountry?: string;
  /** Number of the client's autonomous system. Default: `'16509'`. */
  readonly viewerAsn?: string;
  /** Kind of device, which CloudFront guesses from the User-Agent. Default: `'desktop'`. */
  readonly device?: 'desktop' | 'mobile' | 'smarttv' | 'tablet';
  /** Address of the edge server, the last one in X-Forwarded-For. Default: `'198.51.100.7'`. */
  readonly edgeIp?: string;
  /** Hexadecimal id of the edge server, in the Via header. Default: `'0a1b2c3d4e5f60718293a4b5c6d7e8f9'`. */
  readonly edgeId?: string;
  /** CloudFront's id of the request, in the X-Amz-Cf-Id header. Default: a fixed id. */
  readonly requestId?: string;
}

/** Returns what CloudFront adds, with defaults for what the settings leave out. */
export function cloudFrontOf(gateway: { readonly cloudFront?: CloudFront }): Required<CloudFront> {
  return gateway.cloudFront === undefined ? DEFAULTS : { ...DEFAULTS, ...dropUndefined(gateway.cloudFront) };
}

const DEFAULTS: Required<CloudFront> = {
  viewerCountry: 'US',
  viewerAsn: '16509',
  device: 'desktop',
  edgeIp: '198.51.100.7',
  edgeId: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  requestId: 'Xf1A2b3C4d5E6f7G8h9I0j1K2l3M4n5O6p7Q8r9S0t1U2v3W4x5Y6z==',
};
