import { TemplateError } from '../template-error.js';

/** How much evaluation may still produce. */
export interface Budget {
  /** Values. */
  values: number;
  /** Characters of strings. */
  characters: number;
  /** Included files. */
  files: number;
  /** Conditions that refer to each other in a chain. */
  conditions: number;
}

/** Returns what the evaluation of one deployment file may produce. */
export function createBudget(): Budget {
  return { values: 4_000_000, characters: 64_000_000, files: 100, conditions: 50 };
}

/** Counts values before they are produced. Aliases, references and included files let a small template stand for any number of them. */
export function spendValues(count: number, budget: Budget): void {
  budget.values -= count;
  if (budget.values < 0) throw tooLarge('The template expands to more than 4 million values.', 'Split it into smaller templates.');
}

/** Counts characters before they are produced. Otherwise a small template could produce a string that fills the memory. */
export function spendCharacters(count: number, budget: Budget): void {
  budget.characters -= count;
  if (budget.characters >= 0) return;
  throw tooLarge('The template expands to more than 64 million characters.', 'Remove repeated references to long strings.');
}

/** Counts included files. Otherwise a file that includes itself would be read forever. */
export function spendFile(budget: Budget): void {
  budget.files -= 1;
  if (budget.files < 0) throw tooLarge('The template includes more than 100 files.', 'Check that no file includes itself.');
}

function tooLarge(reason: string, fix: string): TemplateError {
  return new TemplateError({ code: 'too-large', reason, fix });
}
