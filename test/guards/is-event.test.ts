import { describe, expect, test } from 'vitest';
import { buildEvents, buildTokenAuthorizerEvent, buildWebsocketSession, detectEvent, type EventKind, isEvent } from '../../src/index.js';

const session = buildWebsocketSession();
const EVENTS = [
  ...Object.values(buildEvents()),
  session.connect(),
  session.message('hi'),
  session.disconnect(),
  buildTokenAuthorizerEvent({ headers: { Authorization: 'a' } }),
];
const KINDS = EVENTS.map(detectEvent).filter((kind): kind is Exclude<EventKind, 'unknown'> => kind !== 'unknown');

describe('isEvent', () => {
  test.each(KINDS)('accepts only events of its kind: %s', (kind) => {
    expect(EVENTS.filter((event) => isEvent(event, kind)).map(detectEvent)).toEqual([kind]);
  });

  test('accepts several kinds', () => {
    expect(EVENTS.filter((event) => isEvent(event, 'rest', 'http-1.0')).map(detectEvent)).toEqual(['rest', 'http-1.0']);
  });

  test.each([[undefined], [null], ['rest'], [{}], [{ Records: [] }]])('rejects %j', (value) => {
    expect(isEvent(value, ...KINDS)).toBe(false);
  });
});
