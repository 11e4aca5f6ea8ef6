import type { DeployedValue, Unresolved } from '../deployment.js';

// A value that only AWS knows is written in the words of Fn::Sub: `${Orders.Arn}`. A literal `${` beside it is written `${!`.

const PLACEHOLDER = /\$\{([^${}]*)\}/g;

/** Returns the placeholder of a name. */
export function placeholder(name: string): Unresolved {
  return { $unresolved: `\${${name.replaceAll(/[${}]/g, '')}}` };
}

/** Joins values. The result is a string if all values are known. */
export function joinValues(values: readonly DeployedValue[]): DeployedValue {
  if (values.every((value) => typeof value === 'string')) return values.join('');
  return { $unresolved: values.map(subText).join('') };
}

/** Splits a value, but not inside a placeholder. */
export function splitValue(value: DeployedValue, delimiter: string): readonly DeployedValue[] {
  if (delimiter === '') return [value];
  if (typeof value === 'string') return value.split(delimiter);
  const parts: DeployedValue[][] = [[]];
  for (const piece of listPieces(value.$unresolved)) {
    const [first = '', ...rest] = typeof piece === 'string' ? piece.split(delimiter) : [piece];
    parts.at(-1)?.push(first);
    for (const part of rest) parts.push([part]);
  }
  return parts.map(joinValues);
}

/** Returns a value as one text, with a placeholder for each part that only AWS knows, and with literals as they are. */
export function textOf(value: DeployedValue): string {
  return typeof value === 'string' ? value : value.$unresolved.replaceAll('${!', '${');
}

/** Splits a text in the words of Fn::Sub into its literals and placeholders. */
export function listPieces(text: string): readonly DeployedValue[] {
  const pieces: DeployedValue[] = [];
  let end = 0;
  for (const { 0: placeholder, 1: name = '', index } of text.matchAll(PLACEHOLDER)) {
    if (name.startsWith('!')) continue;
    pieces.push(literal(text.slice(end, index)), { $unresolved: placeholder });
    end = index + placeholder.length;
  }
  pieces.push(literal(text.slice(end)));
  return pieces.filter((piece) => piece !== '');
}

function literal(text: string): string {
  return text.replaceAll('${!', '${');
}

function subText(value: DeployedValue): string {
  return typeof value === 'string' ? value.replaceAll('${', '${!') : value.$unresolved;
}
