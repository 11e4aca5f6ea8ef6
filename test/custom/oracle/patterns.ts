import fc from 'fast-check';
import { startMeter, TemplateFailure } from '../../../src/custom/meter.js';
import { compileRegex, findMatches, matchesWhole } from '../../../src/custom/regex/java-regex.js';
import { PatternError } from '../../../src/custom/regex/pattern.js';
import { characterClass, place, type Search } from '../drawn-characters.js';
import { pattern, subject } from '../drawn-patterns.js';
import type { Answer } from './java.js';
import { comparison, type Ours } from './tally.js';

function ours({ regex, text }: Search): Ours {
  try {
    return { answer: matchesOf(regex, text) };
  } catch (error) {
    if (error instanceof PatternError || error instanceof TemplateFailure) return { fails: error.message };
    throw error;
  }
}

/** Compares which characters a class accepts with `java.util.regex`. */
export const compareClasses = comparison(characterClass, ours, textOf, () => undefined);

/** Compares where a place is with `java.util.regex`. */
export const comparePlaces = comparison(place, ours, textOf, () => undefined);

function textOf({ text = '' }: Answer): string {
  return text;
}

/** Compares what regular expressions match with `java.util.regex`. */
export const comparePatterns = comparison(fc.record({ regex: pattern, text: subject }), ours, textOf, ({ regex, text }, java, ours) => {
  if (/\(\?<[=!]/.test(regex)) return 'look-behind';
  if (/\\[1-9k]/.test(regex)) return 'back references';
  if ('answer' in ours && java !== undefined && withoutGroups(ours.answer) === withoutGroups(java)) return 'what groups captured';
  return /[\ud800-\udfff]/.test(text) ? 'places inside a surrogate pair' : undefined;
});

/** Whether the whole text matches, and each match with its groups, as the Java program writes them. */
function matchesOf(regex: string, text: string): string {
  const meter = startMeter(() => undefined);
  const compiled = compileRegex(regex);
  const matches = [...findMatches(compiled, text, meter)].map((places) => {
    const groups = Array.from({ length: compiled.groups + 1 }, (_, group) => `${places[2 * group]}-${places[2 * group + 1]}`);
    return `;${groups.join()}`;
  });
  return (matchesWhole(compiled, text, meter) ? 'M' : '-') + matches.join('');
}

function withoutGroups(matches: string): string {
  return matches.replace(/,-?\d+--?\d+/g, '');
}
