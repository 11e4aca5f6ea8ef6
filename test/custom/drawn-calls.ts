import fc from 'fast-check';
import { arrayMethods, jsonListMethods, listMethods } from '../../src/custom/java/methods/list.js';
import { entryMethods, iteratorMethods, loopMethods, mapMethods, viewMethods } from '../../src/custom/java/methods/map.js';
import {
  bigIntegerMethods,
  booleanMethods,
  characterMethods,
  decimalMethods,
  doubleMethods,
  integerMethods,
  longMethods,
} from '../../src/custom/java/methods/number.js';
import { stringMethods } from '../../src/custom/java/methods/string.js';

// Draws of method calls: a value of each kind, each method that the library knows, and arguments that fit or don't.

/** The body that {@link call} reads. */
export const CALL_BODY =
  '{"l":[1,"x",{"a":1},null,2.50],"m":{"a":1,"k":null,"l":[1]},"big":12345678901234567890,"long":3000000000,"dec":1.12345678901234567890}';

const VALUES: Readonly<Record<string, string>> = {
  text: "'Hello, World'",
  digits: "'5'",
  pair: "'a😀é'",
  list: "['a', 1, 'b', 'a']",
  map: "{'a': 1, 'b': 'x', 2: [1]}",
  integer: '7',
  negative: '-7',
  yes: 'true',
  no: 'false',
  double: '2.5',
  nan: '$double.parseDouble("NaN")',
  json: "$input.path('$.l')",
  object: "$input.path('$.m')",
  long: "$input.path('$.long')",
  big: "$input.path('$.big')",
  decimal: "$input.path('$.dec')",
  char: '$text.charAt(4)',
  array: "$text.split('o')",
  objects: '$list.toArray()',
  keys: '$map.keySet()',
  values: '$map.values()',
  entries: '$object.entrySet()',
  entry: '$map.entrySet().iterator().next()',
  iterator: '$list.iterator()',
  class: '$text.getClass()',
};

const TABLES: readonly (readonly [holders: readonly string[], names: Iterable<string>])[] = [
  [['text', 'digits', 'pair'], stringMethods.keys()],
  [['list'], listMethods.keys()],
  [['json'], [...listMethods.keys(), ...jsonListMethods.keys()]],
  [['map', 'object'], mapMethods.keys()],
  [['keys', 'values', 'entries'], viewMethods.keys()],
  [['entry'], entryMethods.keys()],
  [['iterator'], iteratorMethods.keys()],
  [['foreach'], loopMethods.keys()],
  [['array', 'objects'], arrayMethods.keys()],
  [['integer', 'negative'], integerMethods.keys()],
  [['long'], longMethods.keys()],
  [['double', 'nan'], doubleMethods.keys()],
  [['big'], bigIntegerMethods.keys()],
  [['decimal'], decimalMethods.keys()],
  [['yes', 'no'], booleanMethods.keys()],
  [['char'], characterMethods.keys()],
  [['class'], ['getName', 'getSimpleName']],
];
const OF_ALL = ['equals', 'hashCode', 'toString', 'getClass', 'compareTo', 'size', 'length', 'isEmpty', 'get', 'nope'];

const method = fc.oneof(...TABLES.map(([holders, names]) => fc.tuple(fc.constantFrom(...holders), fc.constantFrom(...names, ...OF_ALL))));
const argument = fc.oneof(
  fc.constantFrom(...Object.keys(VALUES), 'foreach', 'none').map((name) => `$${name}`),
  fc.constantFrom(
    "'a'",
    "'o'",
    "''",
    "'5'",
    "'k'",
    "'(l)'",
    "'true'",
    '0',
    '1',
    '2',
    '-1',
    '16',
    '99',
    '1.5',
    'true',
    '[]',
    "['a', 'x']",
    "{'a': 1}",
  ),
);

const PRELUDE = Object.entries(VALUES)
  .map(([name, value]) => `#set($${name} = ${value})`)
  .join('');

/** A template that calls a method, and prints its result and what became of the value. */
export const call: fc.Arbitrary<string> = fc.tuple(method, fc.array(argument, { maxLength: 3 })).map(([[holder, name], args]) => {
  const printed = ['foreach', 'iterator', 'array', 'objects'].includes(holder) ? '' : ` $${holder}`;
  return `${PRELUDE}#foreach($item in [1])#set($foreach.stored = 'v')<$${holder}.${name}(${args.join(', ')})>${printed}#end`;
});
