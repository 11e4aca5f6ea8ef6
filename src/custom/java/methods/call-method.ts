import { javaThrows, type Meter, TemplateFailure } from '../../meter.js';
import { equalValues } from '../equals.js';
import { hashOf } from '../hash.js';
import { kindOf } from '../numbers.js';
import { arrayClass, textOf } from '../print.js';
import { isNumber, isObject, type JavaClass, type JavaNumber, type Value } from '../value.js';
import { arrayMethods, jsonListMethods, listMethods } from './list.js';
import { entryMethods, iteratorMethods, loopMethods, mapMethods, viewMethods } from './map.js';
import { findMethod, hasNoParameters, type Method, type Methods, plain } from './method.js';
import {
  bigIntegerMethods,
  booleanMethods,
  characterMethods,
  decimalMethods,
  doubleMethods,
  integerMethods,
  longMethods,
} from './number.js';
import { stringMethods } from './string.js';
import { UNSUPPORTED } from './unsupported.js';

/** A value that has methods. */
export type Self = Exclude<Value, null>;

/** The class has no such method with these arguments. A template reads an empty string. */
export const NO_METHOD: unique symbol = Symbol('no method');
export type Result = Value | typeof NO_METHOD;

/** Calls a method of a value. */
export function callMethod(self: Self, name: string, args: readonly Value[], meter: Meter): Result {
  meter.spend(1);
  const own = callOwn(self, name, args, meter);
  if (own !== NO_METHOD) return own;
  const common = callCommon(self, name, args, meter);
  if (common === NO_METHOD && isUnsupported(self, name)) {
    throw new TemplateFailure('unsupported', `It calls ${name}() of ${classOf(self)}. This library does not know that method.`);
  }
  return common;
}

/** Whether Java has a method that this library doesn't. A class object also has the static methods of its class. */
function isUnsupported(self: Self, name: string): boolean {
  const family = familyOf(self);
  // No method of Java is called `getname`; a property is looked up by such a name first.
  return family === 'class' ? !/^(?:get|is)[a-z]/.test(name) : UNSUPPORTED[family]?.has(name) === true;
}

/** What every object has. */
function callCommon(self: Self, name: string, args: readonly Value[], meter: Meter): Result {
  if (isObject(self) && self.kind === 'tool') return NO_METHOD;
  if (name === 'equals' && args.length === 1) return equalValues(self, args[0] ?? null, meter);
  if (args.length > 0) return ['toString', 'hashCode', 'getClass'].includes(name) ? refuseArguments() : NO_METHOD;
  if (name === 'toString') return textOf(self, meter) ?? null;
  if (name === 'hashCode') return hashOf(self, meter);
  return name === 'getClass' ? { kind: 'class', name: classOf(self) } : NO_METHOD;
}

/** Velocity also finds a method without parameters if there are arguments, and Java throws then. */
function refuseArguments(): never {
  return javaThrows('java.lang.IllegalArgumentException: wrong number of arguments');
}

function callOwn(self: Self, name: string, args: readonly Value[], meter: Meter): Result {
  const call = <T>(of: T, ...tables: Methods<T>[]): Result => invoke(of, tables, name, args, meter);
  if (typeof self === 'string') return call(self, stringMethods);
  if (typeof self === 'boolean') return call(self, booleanMethods);
  if (isNumber(self)) return call(self, numberMethods(self));
  switch (self.kind) {
    case 'character':
      return call(self, characterMethods);
    case 'list':
      return self.type === 'JSONArray' ? call(self, listMethods, jsonListMethods) : call(self, listMethods);
    case 'array':
      return call(self, arrayMethods);
    case 'map':
      return call(self, mapMethods);
    case 'view':
      return call(self, viewMethods);
    case 'entry':
      return call(self, entryMethods);
    case 'iterator':
      return call(self, iteratorMethods);
    case 'loop':
      return call(self, loopMethods);
    case 'class':
      return call(self, classMethods);
    case 'tool': {
      const found = self.methods.get(name)?.(args);
      return found === undefined ? NO_METHOD : found;
    }
    default:
      return NO_METHOD;
  }
}

function invoke<T>(self: T, tables: readonly Methods<T>[], name: string, args: readonly Value[], meter: Meter): Result {
  for (const table of tables) {
    const method = findMethod(table.get(name) ?? [], args);
    if (method !== undefined) return method.call(self, args, meter);
  }
  if (tables.some((table) => table.get(name)?.some(hasNoParameters))) return refuseArguments();
  return NO_METHOD;
}

const classMethods: Methods<JavaClass> = new Map<string, readonly Method<JavaClass>[]>([
  ['getName', [plain(({ name }) => name)]],
  ['getSimpleName', [plain(({ name }) => name.replace(/^.*[.$]/, ''))]],
]);

function numberMethods(number: JavaNumber): Methods<JavaNumber> {
  const kind = kindOf(number);
  if (kind === 'Integer') return integerMethods;
  if (kind === 'Long') return longMethods;
  if (kind === 'double') return doubleMethods;
  return kind === 'decimal' ? decimalMethods : bigIntegerMethods;
}

function familyOf(self: Self): string {
  if (!isNumber(self)) return isObject(self) ? self.kind : typeof self;
  return ['BigInteger', 'decimal'].includes(kindOf(self)) ? 'large' : 'number';
}

const NUMBER_CLASSES = {
  Integer: 'java.lang.Integer',
  Long: 'java.lang.Long',
  BigInteger: 'java.math.BigInteger',
  double: 'java.lang.Double',
  decimal: 'java.math.BigDecimal',
} as const;

const CLASSES = {
  character: 'java.lang.Character',
  map: 'java.util.LinkedHashMap',
  entry: 'java.util.LinkedHashMap$Entry',
  iterator: 'java.util.Iterator',
  loop: 'org.apache.velocity.runtime.directive.ForeachScope',
  block: 'org.apache.velocity.runtime.directive.Block$Reference',
  class: 'java.lang.Class',
  tool: 'a tool of API Gateway',
} as const;

const VIEWS = { keys: 'LinkedKeySet', values: 'LinkedValues', entries: 'LinkedEntrySet' } as const;

/** The name of a value's class. Lists from JSON are json-smart's. */
export function classOf(self: Self): string {
  if (typeof self === 'string') return 'java.lang.String';
  if (typeof self === 'boolean') return 'java.lang.Boolean';
  if (isNumber(self)) return NUMBER_CLASSES[kindOf(self)];
  if (self.kind === 'array') return arrayClass(self);
  if (self.kind === 'list') return self.type === 'JSONArray' ? 'net.minidev.json.JSONArray' : 'java.util.ArrayList';
  if (self.kind === 'view') return `java.util.LinkedHashMap$${VIEWS[self.shows]}`;
  return CLASSES[self.kind];
}
