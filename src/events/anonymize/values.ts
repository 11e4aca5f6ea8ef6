import { isObject } from '../../http/is-object.js';
import { setOwn } from '../request/maps.js';
import type { Policy } from './policies.js';
import { anonymizeText, type Scope } from './texts.js';

/** A number with more digits is long enough to identify somebody: a phone number, an account, coordinates. */
const FEW_DIGITS = 5;

/** Copies a value and anonymizes every string and every long number in it. */
export function anonymizeValue(value: unknown, policy: Policy, scope: Scope): unknown {
  if (typeof value === 'string') return anonymizeText(value, policy, scope);
  if (typeof value === 'number') return policy === 'keep' ? value : anonymizeNumber(value, scope);
  if (Array.isArray(value)) return value.map((item) => anonymizeValue(item, policy, scope));
  return isObject(value) ? mapFields(value, (part) => anonymizeValue(part, policy, scope)) : value;
}

/** Replaces the digits of a long number, as in a string. */
function anonymizeNumber(value: number, { replace }: Scope): number {
  const digits = String(value).replace(/\D/g, '');
  return digits.length > FEW_DIGITS ? Number(replace(digits)) : value;
}

/** Returns an object with the same keys and other values. */
export function mapFields(object: object, map: (value: unknown, key: string) => unknown): Record<string, unknown> {
  const mapped: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) setOwn(mapped, key, map(value, key));
  return mapped;
}
