import { isObject } from '../../http/is-object.js';
import { setOwn } from '../request/maps.js';
import type { Policy } from './policies.js';
import { anonymizeText, type Scope } from './texts.js';

/** Numbers from here on are long enough to identify somebody. */
const LONG = 100_000;

/** Copies a value and anonymizes every string and every long number in it. */
export function anonymizeValue(value: unknown, policy: Policy, scope: Scope): unknown {
  if (typeof value === 'string') return anonymizeText(value, policy, scope);
  if (typeof value === 'number') return policy === 'keep' ? value : anonymizeNumber(value, scope);
  if (Array.isArray(value)) return value.map((item) => anonymizeValue(item, policy, scope));
  return isObject(value) ? mapFields(value, (part) => anonymizeValue(part, policy, scope)) : value;
}

/** Replaces the digits before the decimal point, as in a string. */
function anonymizeNumber(value: number, { replace }: Scope): number {
  const size = Math.abs(value);
  // `String(1e21)` has an exponent, and JSON can't represent what it reads as infinite.
  return size < LONG || size === Number.POSITIVE_INFINITY ? value : Number(replace(String(BigInt(Math.trunc(size)))));
}

/** Returns an object with the same keys and other values. */
export function mapFields(object: object, map: (value: unknown, key: string) => unknown): Record<string, unknown> {
  const mapped: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) setOwn(mapped, key, map(value, key));
  return mapped;
}
