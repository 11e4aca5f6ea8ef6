import { setOwn } from '../../events/request/maps.js';

/** Copies a value that JSON can represent. This is faster than `structuredClone`, which has to find out what the value is. */
export function copyJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyJson);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) setOwn(copy, key, copyJson((value as Readonly<Record<string, unknown>>)[key])); // an object has keys
  return copy;
}
