import { defined } from './defined.js';

/** What CloudFront tells an edge-optimised REST API about the client, as headers of the event. */
export interface CloudFront {
  /** Two-letter country of the viewer. Default: `'US'`. */
  readonly viewerCountry?: string;
  /** Number of the viewer's autonomous system. Default: `'16509'`. */
  readonly viewerAsn?: string;
  /** Kind of device, guessed from the User-Agent by CloudFront. Default: `'desktop'`. */
  readonly device?: 'desktop' | 'mobile' | 'smarttv' | 'tablet';
  /** Address of the edge server, the last in X-Forwarded-For. Default: `'198.51.100.7'`. */
  readonly edgeIp?: string;
  /** Hexadecimal id of the edge server, in Via. */
  readonly edgeId?: string;
  /** Id of the request at CloudFront, X-Amz-Cf-Id. */
  readonly requestId?: string;
}

/** What CloudFront knows, every part given or fixed. */
export function cloudFrontOf(gateway: { readonly cloudFront?: CloudFront }): Required<CloudFront> {
  return {
    viewerCountry: 'US',
    viewerAsn: '16509',
    device: 'desktop',
    edgeIp: '198.51.100.7',
    edgeId: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    requestId: 'Xf1A2b3C4d5E6f7G8h9I0j1K2l3M4n5O6p7Q8r9S0t1U2v3W4x5Y6z==',
    ...defined(gateway.cloudFront ?? {}),
  };
}
