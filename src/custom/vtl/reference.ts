import { callMethod, NO_METHOD, type Self } from '../java/methods/call-method.js';
import { readProperty, writeProperty } from '../java/methods/property.js';
import type { Value } from '../java/value.js';
import { javaThrows } from '../meter.js';
import type { Access, Reference } from './nodes.js';
import type { Evaluate, Run } from './run.js';
import type { Variables } from './variables.js';

/** The value of a reference. What cannot be resolved reads as an empty string, as on AWS. */
export function resolve(run: Run, reference: Reference, variables: Variables, evaluate: Evaluate): Value {
  if (reference.isText) return null;
  run.at = reference.at;
  let value = variables.get(reference.root);
  for (const access of reference.path) {
    if (value === null) break;
    value = follow(run, value, access, variables, evaluate);
  }
  return value ?? '';
}

/** One step of a path. `null` when it leads nowhere. */
function follow(run: Run, self: Self, access: Access, variables: Variables, evaluate: Evaluate): Value {
  const { meter } = run;
  meter.spend(1);
  switch (access.type) {
    case 'property': {
      const found = readProperty(self, access.name, meter);
      return found === NO_METHOD ? null : found;
    }
    case 'index': {
      const found = callMethod(self, 'get', [indexOf(run, self, evaluate(run, access.argument, variables))], meter);
      return found === NO_METHOD ? null : found;
    }
    default: {
      // The arguments are evaluated even if there is no such method, so what they change is changed.
      const args = access.args.map((argument) => evaluate(run, argument, variables));
      const found = callMethod(self, access.name, args, meter);
      if (found !== NO_METHOD) return found;
      if (self !== '') meter.note('unknown-method', access.name);
      return null;
    }
  }
}

/** A negative index counts from the end. */
function indexOf({ meter }: Run, self: Self, index: Value): Value {
  if (typeof index !== 'number' || index >= 0) return index;
  const size = callMethod(self, 'size', [], meter);
  return typeof size === 'number' ? size + index : javaThrows("A 'size()' method required for negative value does not exist");
}

/** Sets what a reference with a path stands for. Returns whether there is such a place. */
export function assign(run: Run, reference: Reference, value: Value, variables: Variables, evaluate: Evaluate): boolean {
  const last = reference.path.at(-1);
  let holder = variables.get(reference.root);
  for (const access of reference.path.slice(0, -1)) {
    if (holder === null) return false;
    holder = follow(run, holder, access, variables, evaluate);
  }
  if (holder === null || last === undefined) return false;
  if (last.type !== 'index') return writeProperty(holder, last.name, value, run.meter);
  const index = indexOf(run, holder, evaluate(run, last.argument, variables));
  const isSet = callMethod(holder, 'set', [index, value], run.meter);
  return isSet !== NO_METHOD || callMethod(holder, 'put', [index, value], run.meter) !== NO_METHOD;
}
