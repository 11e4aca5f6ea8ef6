import { javaThrows, type Meter, TemplateFailure } from '../../meter.js';
import { kindOf } from '../numbers.js';
import { isNumber, isObject, type JavaNumber, type Value } from '../value.js';

/** The type of a parameter, as far as it decides whether an argument fits. */
export type Parameter =
  | 'int'
  | 'long'
  | 'double'
  | 'boolean'
  | 'char'
  | 'String'
  | 'String[]'
  | 'Object'
  | 'List'
  | 'Collection'
  | 'Map'
  | 'Number';

/** A method of Java, with one list of parameters. */
export interface Method<Self> {
  readonly parameters: readonly Parameter[];
  /** The type of any number of further arguments. */
  readonly more?: Parameter;
  call(self: Self, args: readonly Value[], meter: Meter): Value;
}

/** The methods of a class, by name. Of those with as many parameters, the more specific comes first. */
export type Methods<Self> = ReadonlyMap<string, readonly Method<Self>[]>;

/** A method without parameters. */
export function plain<Self>(call: (self: Self, meter: Meter) => Value): Method<Self> {
  return { parameters: [], call: (self, _, meter) => call(self, meter) };
}

/** `compareTo`, which throws for a value of another class. */
export function comparison<Self extends Value, Other extends Self>(
  isOfClass: (other: Value, self: Self) => other is Other,
  compare: (self: Self, other: Other) => number,
): Method<Self> {
  return {
    parameters: ['Object'],
    call: (self, args) => {
      const other = valueAt(args, 0);
      return isOfClass(other, self) ? compare(self, other) : javaThrows('java.lang.ClassCastException: compareTo() of another class');
    },
  };
}

/** Fails for parameters that this library does not know. */
export function unknownForm(name: string): never {
  throw new TemplateFailure('unsupported', `It calls ${name}() with arguments. This library supports it only without arguments.`);
}

/** What a method without a result gives to a template. */
export const NOTHING = '';

/** Whether a method has no parameters, not even any number of them. */
export function hasNoParameters({ parameters, more }: Method<never>): boolean {
  return parameters.length === 0 && more === undefined;
}

/** Finds the method that takes these arguments, as Velocity does: numbers are not converted but from `Integer` to `long` and `double`. */
export function findMethod<Self>(methods: readonly Method<Self>[], args: readonly Value[]): Method<Self> | undefined {
  const exact = methods.find(({ parameters, more }) => {
    return (
      more === undefined &&
      parameters.length === args.length &&
      parameters.every((parameter, index) => fits(args[index] ?? null, parameter))
    );
  });
  return exact ?? methods.find((method) => takesMore(method, args));
}

function takesMore<Self>({ parameters, more }: Method<Self>, args: readonly Value[]): boolean {
  if (more === undefined || args.length < parameters.length) return false;
  return args.every((argument, index) => fits(argument, parameters[index] ?? more));
}

function fits(value: Value, parameter: Parameter): boolean {
  switch (parameter) {
    case 'Object':
      return true;
    case 'int':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'char':
      return isObject(value) && value.kind === 'character';
    case 'long':
      return isNumber(value) && ['Integer', 'Long'].includes(kindOf(value));
    case 'double':
      return isNumber(value) && ['Integer', 'Long', 'double'].includes(kindOf(value));
    default:
      return value === null || fitsClass(value, parameter);
  }
}

function fitsClass(value: Exclude<Value, null>, parameter: Parameter): boolean {
  if (parameter === 'String') return typeof value === 'string';
  if (parameter === 'Number') return isNumber(value);
  if (!isObject(value)) return false;
  if (parameter === 'String[]') return value.kind === 'array' && value.type === 'String';
  if (parameter === 'List') return value.kind === 'list';
  if (parameter === 'Map') return value.kind === 'map' || value.kind === 'loop';
  return value.kind === 'list' || value.kind === 'view';
}

/** An argument that is a string. Java throws for `null`. */
export function textAt(args: readonly Value[], index: number): string {
  const value = args[index] ?? null;
  if (typeof value === 'string') return value;
  if (isObject(value) && value.kind === 'character') return value.value;
  return javaThrows('java.lang.NullPointerException');
}

/** An argument that is an `int`. */
export function intAt(args: readonly Value[], index: number): number {
  const value = args[index] ?? null;
  return typeof value === 'number' ? value : javaThrows('java.lang.NullPointerException');
}

export function numberAt(args: readonly Value[], index: number): JavaNumber {
  const value = args[index] ?? null;
  return isNumber(value) ? value : javaThrows('java.lang.NullPointerException');
}

export function valueAt(args: readonly Value[], index: number): Value {
  return args[index] ?? null;
}

/** Checks an index, as most methods of Java do. */
export function checkIndex(index: number, length: number): number {
  if (index < 0 || index >= length) javaThrows(`java.lang.IndexOutOfBoundsException: Index ${index} out of bounds for length ${length}`);
  return index;
}
