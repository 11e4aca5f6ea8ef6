import { coreSubjects } from './core-subjects.js';
import { edgeSubjects } from './edge-subjects.js';
import type { FuzzSubject } from './subject.js';

/** Every public function that takes outside input. */
export const subjects: readonly FuzzSubject[] = [...coreSubjects, ...edgeSubjects];
