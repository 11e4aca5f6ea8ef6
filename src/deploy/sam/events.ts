import { describeValue } from '../../http/describe-value.js';
import { type KeyRules, readEntries } from '../reading/keys.js';
import { at, type Place, unsupported } from '../reading/place.js';
import { readString } from '../reading/values.js';
import { readFields } from '../template/properties.js';

const EVENT = { Type: 'read', Properties: 'read' } as const satisfies KeyRules;

/** An event that makes a route. */
export interface ApiEvent {
  readonly type: 'Api' | 'HttpApi';
  /** Where the event is. */
  readonly place: Place;
  readonly properties: unknown;
  /** The function that the route calls. `undefined`: it starts a state machine. */
  readonly functionId: string | undefined;
}

/** Lists the events of a function or a state machine that make routes, and reports the others. */
export function listApiEvents(events: unknown, place: Place, functionId: string | undefined): readonly ApiEvent[] {
  return readEntries(events, place).flatMap(([name, event]) => {
    const inside = at(place, name);
    const { keys, read } = readFields(event, EVENT, inside);
    const type = read('Type', readString);
    if (type === 'Api' || type === 'HttpApi') return [{ type, place: inside, properties: keys.Properties ?? {}, functionId }];
    unsupported(inside, `Events of type ${describeValue(type)} do not come over HTTP, so nothing sends them here.`);
    return [];
  });
}
