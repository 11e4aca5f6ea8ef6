import { compareCalls } from './calls.js';
import { comparePaths } from './paths.js';
import { compareClasses, comparePatterns, comparePlaces } from './patterns.js';
import type { Comparison } from './tally.js';
import { compareTemplates } from './templates.js';

/** What is compared with Java. */
export const KINDS: Readonly<Record<string, Comparison>> = {
  templates: compareTemplates,
  calls: compareCalls,
  paths: comparePaths,
  patterns: comparePatterns,
  classes: compareClasses,
  places: comparePlaces,
};
