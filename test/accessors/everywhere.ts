import { buildEvents, type EventInit, type RequestEvent } from 'apigw-proxy';

/** The events of one request through every API and a function URL. */
export function everywhere(init: EventInit): RequestEvent[] {
  return Object.values(buildEvents(init));
}
