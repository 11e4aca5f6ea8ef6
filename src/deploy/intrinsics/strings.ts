import type { DeployedValue } from '../deployment.js';
import { isUnresolved } from '../reading/values.js';
import { spendCharacters } from './budget.js';
import { asValue, type Call, fail } from './call.js';
import { valueOfSubName } from './references.js';
import { inside } from './spot.js';
import { joinValues, listPieces, placeholder, splitValue, textOf } from './text.js';

/** `Fn::Join`: `[delimiter, values]`. */
export function join(call: Call): unknown {
  const [delimiter, list] = evaluateArguments(call);
  if (isUnresolved(list)) return placeholder(`Fn::Join.${nameIn(list)}`);
  const values = Array.isArray(list) ? list.map(asValue) : [];
  if (typeof delimiter !== 'string' || !Array.isArray(list) || !values.every((value) => value !== undefined)) {
    return fail(call, 'Fn::Join', '`Fn::Join` must have a delimiter and an array of strings.');
  }
  spendCharacters((delimiter.length + 1) * values.length, call.scope.budget);
  for (const value of values) spendCharacters(textOf(value).length, call.scope.budget);
  return joinValues(values.flatMap((value, index) => (index === 0 ? [value] : [delimiter, value])));
}

/** `Fn::Split`: `[delimiter, string]`. */
export function split(call: Call): unknown {
  const [delimiter, source] = evaluateArguments(call);
  const value = asValue(source);
  if (typeof delimiter !== 'string' || value === undefined) {
    return fail(call, 'Fn::Split', '`Fn::Split` must have a delimiter and a string.');
  }
  spendCharacters(textOf(value).length, call.scope.budget);
  return splitValue(value, delimiter);
}

/** `Fn::Select`: `[index, values]`. */
export function select(call: Call): unknown {
  const [position, list] = evaluateArguments(call);
  const index = Number(position);
  if (isUnresolved(list)) return placeholder(`Fn::Select.${nameIn(list)}`);
  if (Array.isArray(list) && index >= list.length && list.some(isUnresolved)) return placeholder('Fn::Select'); // of parts that only AWS knows
  if (!Array.isArray(list) || !Number.isInteger(index) || index < 0 || index >= list.length) {
    return fail(call, 'Fn::Select', '`Fn::Select` must have the index of a value and an array.');
  }
  return list[index];
}

/** `Fn::Sub`: a string with `${name}`, or `[string, values by name]`. */
export function substitute(call: Call): unknown {
  const { argument, spot } = call;
  const [text, given] = Array.isArray(argument) ? argument : [argument];
  if (typeof text !== 'string') return fail(call, 'Fn::Sub', '`Fn::Sub` must have a string.');
  const values = given === undefined ? undefined : call.evaluate(given, inside(spot, '1'));
  return joinValues(listPieces(text).map((piece) => substituteOne(piece, values, call)));
}

function substituteOne(piece: DeployedValue, given: unknown, call: Call): DeployedValue {
  spendCharacters(textOf(piece).length, call.scope.budget);
  if (typeof piece === 'string') return piece;
  const name = nameIn(piece).trim();
  const isGiven = typeof given === 'object' && given !== null && Object.hasOwn(given, name);
  // A given value is looked up in an object, which has string keys.
  const value = isGiven ? (given as Readonly<Record<string, unknown>>)[name] : valueOfSubName(name, call.scope);
  const text = asValue(value);
  if (text === undefined) return fail(call, name, `\`Fn::Sub\` needs a string for \`\${${name}}\`.`);
  spendCharacters(textOf(text).length, call.scope.budget);
  return text;
}

/** Evaluates the arguments of a function that takes an array of them. */
function evaluateArguments({ argument, spot, evaluate }: Call): readonly unknown[] {
  const list = Array.isArray(argument) ? argument : [];
  return list.map((value, index) => evaluate(value, inside(spot, String(index))));
}

function nameIn(value: DeployedValue): string {
  return textOf(value).replace(/^\$\{/, '').replace(/\}$/, '');
}
