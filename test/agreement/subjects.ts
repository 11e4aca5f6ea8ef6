import { builderSubjects } from './builder-subjects.js';
import { eventSubjects } from './event-subjects.js';
import { renderSubjects } from './render-subjects.js';
import { schemaSubjects } from './schema-subjects.js';
import type { Subject } from './subject.js';

/** Everything that the library does in a fast way, beside a plain way to do the same. */
export const subjects: readonly Subject[] = [...eventSubjects, ...builderSubjects, ...schemaSubjects, ...renderSubjects];
