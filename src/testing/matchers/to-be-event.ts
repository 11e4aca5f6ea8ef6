import { invalidOption } from '../../gateway/check-shape.js';
import { closestName } from '../../gateway/did-you-mean.js';
import { detectEvent } from '../../guards/detect-event.js';
import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import type { EventKind } from '../../types/event-kind.js';
import { describeFaults } from './find-faults.js';
import { paragraphs } from './report.js';
import { SAMPLE_EVENTS } from './sample-events.js';
import type { MatcherOutcome } from './types.js';

/** Compares the kind of an event with the expected one. */
export function beEvent(received: unknown, kind: Exclude<EventKind, 'unknown'>): MatcherOutcome {
  checkKind(kind);
  const detected = kindOf(received);
  const pass = detected === kind;
  return { pass, message: () => (pass ? `Expected no event of the kind \`${kind}\`.` : explain(received, kind, detected)) };
}

/** An event can have getters that throw. Such an event has no kind. */
function kindOf(value: unknown): EventKind {
  try {
    return detectEvent(value);
  } catch {
    return 'unknown';
  }
}

function explain(received: unknown, kind: Exclude<EventKind, 'unknown'>, detected: EventKind): string {
  const expected = `Expected an event of the kind \`${kind}\``;
  if (detected !== 'unknown') return `${expected}; got one of the kind \`${detected}\`.`;
  if (!isReadable(received)) return `${expected}; got ${describeValue(received)}.`;
  const faults = describeFaults(received, SAMPLE_EVENTS[kind](), (value) => kindOf(value) === kind);
  return paragraphs(`${expected}.`, `These fields are missing or have the wrong type or value:\n${faults}`);
}

/** A proxy that was revoked throws when anything is asked of it. */
function isReadable(value: unknown): boolean {
  try {
    return isObject(value);
  } catch {
    return false;
  }
}

function checkKind(kind: unknown): void {
  const kinds = Object.keys(SAMPLE_EVENTS);
  if (kinds.some((known) => known === kind)) return;
  const meant = closestName(kind, kinds);
  throw invalidOption(
    ['kind'],
    'the kind of an event',
    kind,
    meant === undefined ? "Pass a kind such as 'rest'." : `Did you mean '${meant}'?`,
  );
}
