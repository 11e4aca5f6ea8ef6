import { checkShapes, type Shapes } from '../../gateway/check-shape.js';
import { dropUndefined } from '../../gateway/drop-undefined.js';
import { checkIsInit } from './check-init.js';
import type { EventInit } from './event-init.js';
import type { MisnamedOptions, RouteOption } from './misnamed-option.js';
import { deepFreeze, type Override, overrideParts } from './override.js';

/** Options of a builder. */
export interface BuildInit<E> extends EventInit, MisnamedOptions {
  /** Parts of the event to replace as the last step. Objects are merged, everything else is replaced, `undefined` removes a key. Default: none. */
  override?: Override<E>;
  /** Whether the event and everything in it is frozen. Default: `false`. */
  freeze?: boolean;
}

/** Options for an event of a known route. */
export interface RouteInit<E, TRoute extends string> extends Omit<BuildInit<E>, 'route'> {
  /** The route that matched: `'GET /users/{id}'`, `'/users/{id}'`, `'$default'`. Default: see {@link BuildInit}. */
  route?: RouteOption<TRoute>;
}

/**
 * Builds events of one kind, such as authorizer events.
 *
 * @typeParam E Type of AWS's events.
 * @typeParam TBuilt Type of the events as built, which is more precise.
 */
export interface EventBuilder<E, TBuilt extends E = E> {
  /**
   * Builds an event.
   *
   * @throws GatewayError if an option is unknown, wrong, or contradicts another one.
   */
  <const TRoute extends string = string>(init?: RouteInit<E, TRoute>): TBuilt;
  /** Returns a builder with new defaults. Options override them one by one, and derived fields are recomputed. */
  with(defaults: BuildInit<E>): EventBuilder<E, TBuilt>;
}

/** Options that set the same thing. One of them drops the others from the defaults. */
const RIVALS: readonly (readonly (keyof EventInit)[])[] = [
  ['path', 'pathParameters'],
  ['json', 'form', 'body'],
];

const NONE = {};

/** Options of a builder that the events don't depend on. */
const SHAPES: Shapes = {
  override: { is: 'object', example: "parts of the event, such as { headers: { host: 'a.example' } }" },
  freeze: { is: 'boolean', example: 'true or false' },
};

/** Makes a builder of the events that `translate` makes. */
export function eventBuilder<E, TBuilt extends E = E>(
  translate: (init: EventInit) => TBuilt,
  defaults: BuildInit<E> = NONE,
): EventBuilder<E, TBuilt> {
  const build = (init: BuildInit<E> = {}): TBuilt => {
    checkIsInit(init);
    const merged = defaults === NONE ? init : withDefaults(defaults, init);
    if (!('override' in merged || 'freeze' in merged)) return translate(merged);
    const { override, freeze, ...rest } = merged;
    checkShapes({ override, freeze }, SHAPES, []);
    const event = overrideParts<E>(translate(rest), override) as TBuilt; // more precise than AWS's type, unless overridden
    return freeze === true ? deepFreeze(event) : event;
  };
  const builder = Object.assign(build, {
    with(more: BuildInit<E>): EventBuilder<E, TBuilt> {
      checkIsInit(more);
      return eventBuilder<E, TBuilt>(translate, withDefaults(defaults, more));
    },
  });
  return builder as EventBuilder<E, TBuilt>; // a route in the wrong syntax has a type without values, so `route` is always a string
}

function withDefaults<E>(defaults: BuildInit<E>, init: BuildInit<E>): BuildInit<E> {
  const given: Record<string, unknown> = dropUndefined(init);
  const kept = Object.entries(defaults).filter(([key]) => Object.hasOwn(given, key) || !hasRival(key, given));
  return { ...Object.fromEntries(kept), ...given };
}

/** Whether an option sets the same thing as one of the given options. */
function hasRival(key: string, given: Readonly<Record<string, unknown>>): boolean {
  for (const rivals of RIVALS) if (rivals.some((name) => name === key)) return rivals.some((name) => given[name] !== undefined);
  return false;
}
