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
