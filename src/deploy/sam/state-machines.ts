import type { KeyRule, KeyRules } from '../reading/keys.js';
import { readKeys } from '../reading/keys.js';
import { at } from '../reading/place.js';
import { resourcesOfType } from '../template/reading.js';
import { type ApiEvent, listApiEvents } from './events.js';
import type { SamReading } from './sam-reading.js';

const STATE_MACHINE = { Events: 'read' } as const satisfies KeyRules;

/** Reads the events of state machines that make routes. Nothing else of a state machine has to do with an API. */
export function readStateMachines(reading: SamReading): readonly ApiEvent[] {
  const ruleOfOthers = (): KeyRule => 'ignore';
  return resourcesOfType(reading, 'AWS::Serverless::StateMachine').flatMap(({ place, properties }) => {
    const inside = at(place, 'Properties');
    const { Events: events } = readKeys(properties(), STATE_MACHINE, inside, ruleOfOthers);
    return events === undefined ? [] : listApiEvents(events, at(inside, 'Events'), undefined);
  });
}
