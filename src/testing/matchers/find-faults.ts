import { formatPath, type Path } from '../../gateway/check-shape.js';
import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import { partOf } from './received.js';

/** Faults that a message lists. */
const SHOWN = 8;

/**
 * Finds the fields that make a guard reject a value, and describes each in a line. A guard only answers yes or no. So each field is put into a
 * sample that the guard accepts, and the guard is asked again.
 */
export function describeFaults(value: unknown, sample: unknown, isAccepted: (value: unknown) => boolean): string {
  const faults = findFaultsIn(value, sample, isAccepted);
  const more = faults.length > SHOWN ? [`  and ${faults.length - SHOWN} more`] : [];
  return [...faults.slice(0, SHOWN), ...more].join('\n');
}

/** A proxy can refuse to list its keys. */
function findFaultsIn(value: unknown, sample: unknown, isAccepted: (value: unknown) => boolean): string[] {
  try {
    return findFaults(value, sample, isAccepted, []);
  } catch {
    return [describeFault([], value)];
  }
}

function findFaults(value: unknown, sample: unknown, isAccepted: (value: unknown) => boolean, path: Path): string[] {
  if (isAccepted(value)) return [];
  const base = isObject(sample) ? sample : {};
  if (!isObject(value) || !isAccepted(base)) return [describeFault(path, value)];
  const keys = new Set([...Object.keys(base), ...Object.keys(value)]);
  const faults = [...keys].flatMap((key) => {
    if (Object.hasOwn(value, key))
      return findFaults(partOf(value, key), base[key], (inner) => isAccepted({ ...base, [key]: inner }), [...path, key]);
    return isAccepted(without(base, key)) ? [] : [`  ${formatPath([...path, key])} is missing`];
  });
  return faults.length > 0 ? faults : [describeFault(path, value)];
}

function describeFault(path: Path, value: unknown): string {
  return `  ${path.length === 0 ? 'the value' : formatPath(path)} is ${describeValue(value)}`;
}

function without(holder: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  const { [key]: _, ...rest } = holder;
  return rest;
}
