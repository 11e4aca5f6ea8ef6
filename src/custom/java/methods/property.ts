import type { Meter } from '../../meter.js';
import { isObject, type Value } from '../value.js';
import { callMethod, NO_METHOD, type Result, type Self } from './call-method.js';
import { getProperty, put } from './map.js';

/** Reads `$self.name`: `getName()`, the key of a map, `isName()`, in this order. */
export function readProperty(self: Self, name: string, meter: Meter): Result {
  if (isObject(self) && self.kind === 'tool') return self.properties.get(name)?.() ?? NO_METHOD;
  // An array has the methods of a list, but Velocity looks for properties at the array itself.
  if (isObject(self) && self.kind === 'array' && !/^[cC]lass$/.test(name)) return NO_METHOD;
  const got = callGetter(self, 'get', name, meter);
  if (got !== NO_METHOD) return got;
  if (isObject(self) && (self.kind === 'map' || self.kind === 'loop')) return getProperty(self, name, meter);
  return callGetter(self, 'is', name, meter);
}

/** `getname()`, or `getName()`. */
function callGetter(self: Self, prefix: string, name: string, meter: Meter): Result {
  const first = name.charAt(0);
  const swapped = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  const exact = callMethod(self, prefix + name, [], meter);
  return exact === NO_METHOD ? callMethod(self, prefix + swapped + name.slice(1), [], meter) : exact;
}

/** Sets `$self.name`. Only maps have properties that can be set. */
export function writeProperty(self: Self, name: string, value: Value, meter: Meter): boolean {
  if (!isObject(self) || (self.kind !== 'map' && self.kind !== 'loop')) return false;
  put(self.kind === 'map' ? self : self.stored, name, value, meter);
  return true;
}
