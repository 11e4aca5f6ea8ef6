import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesIn } from './files.js';
import { hostWith, testOptions, withoutPackages } from './types/language.js';

/**
 * Calls that spread an array of unknown length into their arguments, and why that is safe. Arguments are on the stack, so V8 throws a
 * RangeError at about 120,000 of them.
 */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/arbitraries/gateway.ts: fc.constantFrom(...STAGES[target])': 'a constant table with at most three stages',
  'src/arbitraries/http-request.ts: fc.constantFrom(...methods)':
    'methods that the author of a test writes down; fast-check takes no array',
  'src/http/text.ts: Reflect.apply(String.fromCharCode, undefined, bytes.subarray(start, start + BYTES_AT_ONCE))':
    'at most BYTES_AT_ONCE arguments',
  'src/gateway/did-you-mean.ts: Math.min(...edits)': 'three or four numbers',
};

const FORBIDDEN: readonly string[] = [
  'list.push(...words)',
  'Math.max(...numbers.map(Number))',
  'String.fromCharCode(...bytes)',
  'list.concat(...lists)',
  'new Set(...lists)',
  'join(...(words.length > 1 ? words : []))',
  "join(...['a', ...words])",
  'join(...pairWithRest)',
  'Math.max.apply(null, numbers)',
  'Reflect.apply(join, undefined, words)',
];

const PERMITTED: readonly string[] = [
  'join(...pair)',
  "join(...['a', 'b'])",
  'join(...(words.length > 1 ? pair : []))',
  '[...words, ...pair]',
  "join('a', ...[...pair, 'b'])",
  "Reflect.apply(join, undefined, ['a'])",
];

/** Not a file: source text that calls {@link FORBIDDEN} and {@link PERMITTED}. */
const SAMPLE = 'test/argument-spreads.sample.ts';
const SAMPLE_TEXT = `
  declare const words: readonly string[], numbers: number[], bytes: Uint8Array, lists: string[][], list: string[];
  declare const pair: readonly [string, string], pairWithRest: readonly [string, ...string[]];
  declare function join(...parts: readonly string[]): string;
  export const calls = [${[...FORBIDDEN, ...PERMITTED].join(',\n')}];
`;

// Other declarations take long to read. Without them, fewer arrays have a known length.
const options = { ...testOptions(), lib: ['lib.es2023.d.ts'] };
const program = ts.createProgram(
  [...filesIn('src', '.ts'), SAMPLE],
  options,
  withoutPackages(hostWith({ [SAMPLE]: SAMPLE_TEXT }, options)),
);
const checker = program.getTypeChecker();

describe('a call that spreads an array of unknown length into its arguments', () => {
  test('does not exist in src', () => {
    const found = filesIn('src', '.ts').flatMap((file) => spreadsIn(file).map((call) => `${file}: ${call}`));
    expect(found.filter((call) => !(call in ALLOWED))).toEqual([]);
    expect(Object.keys(ALLOWED).filter((call) => !found.includes(call))).toEqual([]);
  });

  test('is found in every form', () => {
    expect(spreadsIn(SAMPLE)).toEqual(FORBIDDEN);
  });
});

/** The calls in a file that spread an array of unknown length, as written. */
function spreadsIn(file: string): string[] {
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error(`${file} is not part of the program.`);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && spreadsUnbounded(node)) {
      found.push(node.getText(source).replaceAll(/\s+/g, ' '));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function spreadsUnbounded(call: ts.CallExpression | ts.NewExpression): boolean {
  const last = call.arguments?.at(-1);
  // `f.apply(self, list)` and `Reflect.apply(f, self, list)` spread their last argument.
  if (ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'apply' && last !== undefined) {
    return !isBounded(last);
  }
  return call.arguments?.some((argument) => ts.isSpreadElement(argument) && !isBounded(argument.expression)) ?? false;
}

/** Whether the code shows the length of an array: it is an array literal, a choice between two of them, or a tuple. */
function isBounded(list: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(list)) return isBounded(list.expression);
  if (ts.isConditionalExpression(list)) return isBounded(list.whenTrue) && isBounded(list.whenFalse);
  if (ts.isArrayLiteralExpression(list)) {
    return list.elements.every((element) => !ts.isSpreadElement(element) || isBounded(element.expression));
  }
  const type = checker.getTypeAtLocation(list);
  return checker.isTupleType(type) && !(type as ts.TupleTypeReference).target.hasRestElement; // the type of every tuple is such a reference
}
