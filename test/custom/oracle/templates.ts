import fc from 'fast-check';
import { body, brokenTemplate, settings, template } from '../drawn.js';
import { type Question, run } from '../run.js';
import { type Comparison, comparison, type Ours } from './tally.js';

const drawn = fc
  .tuple(fc.oneof({ weight: 4, arbitrary: template }, { weight: 1, arbitrary: brokenTemplate }), body, settings)
  .map(([text, sent, more]) => ({ template: text, body: sent, ...more }));

/** Compares what templates print with Apache Velocity. */
export const compareTemplates = compareRuns(drawn);

export function compareRuns<T extends Question>(draws: fc.Arbitrary<T>): Comparison {
  return comparison(
    draws,
    (draw): Ours => {
      const printed = run(draw);
      return 'text' in printed ? { answer: withoutIdentities(printed.text) } : { fails: `${printed.stops}: ${printed.message}` };
    },
    ({ text = '' }) => withoutIdentities(text),
    (_, __, ours) => {
      if ('answer' in ours) return ours.answer.includes('java.util.Iterator') ? 'names of iterators' : undefined;
      if (ours.fails.startsWith('unsupported')) return 'rare methods';
      return ours.fails.startsWith('budget') ? 'the limits of this library' : undefined;
    },
  );
}

/** What the page lists as left: numbers that differ each time, names of classes, and halves of surrogate pairs. */
export function withoutIdentities(text: string): string {
  return text
    .replace(/(@|%40)[0-9a-f]+/g, '$10')
    .replace(/java\.util\.[A-Za-z]+(?:\$|%24)[A-Za-z]*It\w*(?=@0|%400)/g, 'java.util.Iterator')
    .replace(/Oracle\$(?:Input|Util)@0/g, '')
    .replace(/\ufffd+/g, '\ufffd')
    .replace(/\p{Surrogate}/gu, '?');
}
