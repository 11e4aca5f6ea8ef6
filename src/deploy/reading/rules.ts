import type { KeyRule } from './keys.js';

// The sentences about what has no effect here, which several formats share.

export const REQUESTS_NOT_VALIDATED = { optional: 'Requests are not validated here.' } as const satisfies KeyRule;
export const MESSAGES_NOT_VALIDATED = { optional: 'Messages are not validated here.' } as const satisfies KeyRule;
export const NOT_MEASURED = { optional: 'Requests are not throttled, logged or measured here.' } as const satisfies KeyRule;
export const NOT_THROTTLED = { optional: 'Requests are not throttled here.' } as const satisfies KeyRule;
export const NOT_CACHED = { optional: 'Responses are not cached here.' } as const satisfies KeyRule;
export const NO_ACCESS_LOG = { optional: 'No access log is written here.' } as const satisfies KeyRule;
export const NO_CLIENT_CERTIFICATE = { optional: 'No client certificate is sent here.' } as const satisfies KeyRule;
export const POLICY_NOT_EVALUATED = { optional: 'The resource policy is not evaluated here.' } as const satisfies KeyRule;
export const NO_LAYERS = { optional: 'Layers are not installed here.' } as const satisfies KeyRule;
export const NO_MEMORY_LIMIT = { optional: 'Memory is not limited here.' } as const satisfies KeyRule;
export const NO_CONCURRENCY_LIMIT = { optional: 'Concurrency is not limited here.' } as const satisfies KeyRule;
export const FUNCTION_NOT_TRACED = { optional: 'X-Ray does not trace the function here.' } as const satisfies KeyRule;
export const RESOURCE_MISSING = { optional: 'The resource does not exist here.' } as const satisfies KeyRule;
export const NO_FIREWALL = { unsupported: 'The firewall does not filter requests here.' } as const satisfies KeyRule;
export const NO_USAGE_LIMITS = {
  unsupported: 'Neither the quota nor the throttling of a usage plan is applied here.',
} as const satisfies KeyRule;
