import { describeValue } from '../../http/describe-value.js';
import type { KeyRule } from '../reading/keys.js';

/** The rule of a key that a table does not have. Extensions of other programs mean nothing to API Gateway. */
export function ruleOfUnknown(key: string): KeyRule {
  if (key.startsWith('x-amazon-')) return { optional: `API Gateway has no extension ${describeValue(key)} here, and ignores it.` };
  return key.startsWith('x-') ? 'ignore' : { unsupported: `The key ${describeValue(key)} is unknown here.` };
}
