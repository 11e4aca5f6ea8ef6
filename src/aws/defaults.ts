// Defaults that every layer uses if the settings or the request don't contain a value.

/** The client's address, from a block that is reserved for documentation (RFC 5737). */
export const DEFAULT_SOURCE_IP = '203.0.113.1';

/** The account that owns the API, AWS's own example. */
export const DEFAULT_ACCOUNT_ID = '123456789012';

/** REST: id of the resource that a route belongs to. */
export const DEFAULT_RESOURCE_ID = 'r1s2t3';

/** REST: id of the deployment. */
export const DEFAULT_DEPLOYMENT_ID = 'd1e2f3';

export const DEFAULT_REGION = 'us-east-1';
