import { javaThrows, type Meter } from '../../meter.js';
import { compileInTemplate, matchesWhole, replaceMatches, splitByRegex } from '../../regex/java-regex.js';
import { hashText } from '../hash.js';
import { textOfAny } from '../print.js';
import { stepsOf } from '../steps.js';
import { trimJava } from '../trim.js';
import type { JavaArray, Value } from '../value.js';
import { comparison, intAt, type Method, type Methods, plain, textAt, valueAt } from './method.js';

type Text = Method<string>;

/** `String`, as of Java 8. */
export const stringMethods: Methods<string> = new Map<string, readonly Text[]>([
  ['length', [plain((self) => self.length)]],
  ['isEmpty', [plain((self) => self === '')]],
  ['intern', [plain((self) => self)]],
  ['trim', [plain((self, meter) => trimJava(countText(self, meter)))]],
  ['toLowerCase', [plain(cost((self) => self.toLowerCase()))]],
  ['toUpperCase', [plain(cost((self) => self.toUpperCase()))]],
  ['charAt', [{ parameters: ['int'], call: (self, args) => ({ kind: 'character', value: self.charAt(indexIn(self, intAt(args, 0))) }) }]],
  ['codePointAt', [{ parameters: ['int'], call: (self, args) => self.codePointAt(indexIn(self, intAt(args, 0))) ?? 0 }]],
  ['concat', [{ parameters: ['String'], call: (self, args, meter) => countText(self + textAt(args, 0), meter) }]],
  ['contains', [{ parameters: ['String'], call: (self, args, meter) => countText(self, meter).includes(textAt(args, 0)) }]],
  ['contentEquals', [{ parameters: ['String'], call: (self, args) => self === textAt(args, 0) }]],
  [
    'equalsIgnoreCase',
    [{ parameters: ['String'], call: (self, args, meter) => sameIgnoringCase(countText(self, meter), valueAt(args, 0)) }],
  ],
  ['compareTo', [comparison((other) => typeof other === 'string', compareTexts)]],
  [
    'compareToIgnoreCase',
    [
      {
        parameters: ['String'],
        call: (self, args, meter) => compareTexts(foldCase(countText(self, meter)), foldCase(countText(textAt(args, 0), meter))),
      },
    ],
  ],
  ['startsWith', startsWith()],
  ['endsWith', [{ parameters: ['String'], call: (self, args) => self.endsWith(textAt(args, 0)) }]],
  ['indexOf', searches((self, wanted, from) => self.indexOf(wanted, Math.max(0, from ?? 0)))],
  ['lastIndexOf', searches((self, wanted, from) => (from !== undefined && from < 0 ? -1 : self.lastIndexOf(wanted, from)))],
  ['substring', substring()],
  ['subSequence', [{ parameters: ['int', 'int'], call: (self, args, meter) => part(self, intAt(args, 0), intAt(args, 1), meter) }]],
  ['replace', replace()],
  ['matches', [{ parameters: ['String'], call: (self, args, meter) => matchesWhole(compileInTemplate(textAt(args, 0)), self, meter) }]],
  ['replaceAll', replaceByPattern(Number.POSITIVE_INFINITY)],
  ['replaceFirst', replaceByPattern(1)],
  ['split', split()],
  ['hashCode', [plain((self, meter) => hashText(countText(self, meter)))]],
  ['valueOf', [{ parameters: ['Object'], call: (_, args, meter) => textOfAny(valueAt(args, 0), meter) }]],
  ['join', join()],
]);

function cost(change: (self: string) => string): (self: string, meter: Meter) => string {
  return (self, meter) => countText(change(self), meter);
}

function countText(text: string, meter: Meter): string {
  meter.write(text.length);
  return text;
}

function indexIn(self: string, index: number): number {
  if (index >= 0 && index < self.length) return index;
  return javaThrows(`java.lang.StringIndexOutOfBoundsException: String index out of range: ${index}`);
}

function part(self: string, from: number, to: number, meter: Meter): string {
  if (from < 0 || to > self.length || from > to) {
    javaThrows(`java.lang.StringIndexOutOfBoundsException: begin ${from}, end ${to}, length ${self.length}`);
  }
  return countText(self.slice(from, to), meter);
}

function substring(): readonly Text[] {
  return [
    { parameters: ['int'], call: (self, args, meter) => part(self, intAt(args, 0), self.length, meter) },
    { parameters: ['int', 'int'], call: (self, args, meter) => part(self, intAt(args, 0), intAt(args, 1), meter) },
  ];
}

function startsWith(): readonly Text[] {
  const at = (self: string, prefix: string, from: number): boolean => from >= 0 && from <= self.length && self.startsWith(prefix, from);
  return [
    { parameters: ['String'], call: (self, args) => at(self, textAt(args, 0), 0) },
    { parameters: ['String', 'int'], call: (self, args) => at(self, textAt(args, 0), intAt(args, 1)) },
  ];
}

/** A string or the number of a character is looked for, from an index on. */
function searches(search: (self: string, wanted: string, from?: number) => number): readonly Text[] {
  const find = (self: string, wanted: string | undefined, meter: Meter, from?: number): number => {
    return wanted === undefined ? -1 : search(countText(self, meter), wanted, from);
  };
  return [
    { parameters: ['String'], call: (self, args, meter) => find(self, textAt(args, 0), meter) },
    { parameters: ['int'], call: (self, args, meter) => find(self, characterOf(intAt(args, 0)), meter) },
    { parameters: ['String', 'int'], call: (self, args, meter) => find(self, textAt(args, 0), meter, intAt(args, 1)) },
    { parameters: ['int', 'int'], call: (self, args, meter) => find(self, characterOf(intAt(args, 0)), meter, intAt(args, 1)) },
  ];
}

/** A number that isn't a character is never found. */
function characterOf(point: number): string | undefined {
  return point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function replace(): readonly Text[] {
  const all = (self: string, args: readonly Value[], meter: Meter): string => {
    const [target, replacement] = [textAt(args, 0), textAt(args, 1)];
    const pieces = countText(self, meter).split(target);
    // Java also puts the replacement before and behind a text that is split into characters.
    const result = target === '' ? ['', ...pieces, ''] : pieces;
    meter.write(self.length + result.length * replacement.length);
    return result.join(replacement);
  };
  return [
    { parameters: ['String', 'String'], call: all },
    { parameters: ['char', 'char'], call: all },
  ];
}

function replaceByPattern(limit: number): readonly Text[] {
  return [
    {
      parameters: ['String', 'String'],
      // Java looks at the replacement only when there is something to replace.
      call: (self, args, meter) => replaceMatches(compileInTemplate(textAt(args, 0)), self, () => textAt(args, 1), limit, meter),
    },
  ];
}

function split(): readonly Text[] {
  const by = (self: string, pattern: string, limit: number, meter: Meter): JavaArray => {
    return { kind: 'array', type: 'String', items: splitByRegex(compileInTemplate(pattern), self, limit, meter) };
  };
  return [
    { parameters: ['String'], call: (self, args, meter) => by(self, textAt(args, 0), 0, meter) },
    { parameters: ['String', 'int'], call: (self, args, meter) => by(self, textAt(args, 0), intAt(args, 1), meter) },
  ];
}

function join(): readonly Text[] {
  return [
    {
      parameters: ['String', 'Collection'],
      call: (_, args, meter) => joinTexts(textAt(args, 0), itemsOfCollection(valueAt(args, 1), meter), meter),
    },
    {
      parameters: ['String', 'String[]'],
      call: (_, args, meter) => joinTexts(textAt(args, 0), itemsOfCollection(valueAt(args, 1), meter), meter),
    },
    { parameters: ['String'], more: 'String', call: (_, args, meter) => joinTexts(textAt(args, 0), args.slice(1), meter) },
  ];
}

function itemsOfCollection(value: Value, meter: Meter): Value[] {
  const steps = stepsOf(value, meter);
  const items: Value[] = [];
  while (steps?.hasNext()) items.push(steps.next());
  return items;
}

/** Only strings can be joined. */
function joinTexts(separator: string, items: readonly Value[], meter: Meter): string {
  const texts = items.map((item) => {
    if (item === null) return 'null';
    return typeof item === 'string' ? item : javaThrows('java.lang.ClassCastException: not a CharSequence');
  });
  return countText(texts.join(separator), meter);
}

function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}

function sameIgnoringCase(self: string, other: Value): boolean {
  return typeof other === 'string' && self.length === other.length && foldCase(self) === foldCase(other);
}

/** The difference of the first characters that differ, else of the lengths. */
function compareTexts(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = left.charCodeAt(index) - right.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
