import { checkShapes, type Shapes } from '../../gateway/check-shape.js';
import { memoize } from '../../http/memoize.js';
import { setOwn } from '../request/maps.js';
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
  const merge = defaults === NONE ? undefined : planDefaults(defaults);
  const build = (init: BuildInit<E> = {}): TBuilt => {
    checkIsInit(init);
    const merged = merge === undefined ? init : merge(init);
    if (!('override' in merged || 'freeze' in merged)) return translate(merged);
    const { override, freeze, ...rest } = merged;
    checkShapes({ override, freeze }, SHAPES, []);
    const event = overrideParts<E>(translate(rest), override) as TBuilt; // more precise than AWS's type, unless overridden
    return freeze === true ? deepFreeze(event) : event;
  };
  const builder = Object.assign(build, {
    with(more: BuildInit<E>): EventBuilder<E, TBuilt> {
      checkIsInit(more);
      return eventBuilder<E, TBuilt>(translate, planDefaults(defaults)(more));
    },
  });
  return builder as EventBuilder<E, TBuilt>; // a route in the wrong syntax has a type without values, so `route` is always a string
}

/** Merges options with the defaults of a builder. */
type Merge<E> = (init: BuildInit<E>) => BuildInit<E>;

/** Returns a function that merges options with these defaults. An option drops the defaults that set the same thing. */
function planDefaults<E>(defaults: BuildInit<E>): Merge<E> {
  const defaultsBeside = memoize((rivals) => withoutRivals(defaults, rivals.split(',')));
  return (init) => withGiven(defaultsBeside(RIVAL_NAMES.filter((name) => init[name] !== undefined).join()), init);
}

const RIVAL_NAMES: readonly (keyof EventInit)[] = /* @__PURE__ */ RIVALS.flat();

/** Returns the defaults without those that set the same thing as a given option. */
function withoutRivals<E>(defaults: BuildInit<E>, given: readonly string[]): BuildInit<E> {
  const isKept = (key: string): boolean => {
    const rivals: readonly string[] | undefined = RIVALS.find((names) => names.some((name) => name === key));
    return given.includes(key) || rivals === undefined || !rivals.some((name) => given.includes(name));
  };
  return Object.fromEntries(Object.entries(defaults).filter(([key]) => isKept(key))) as BuildInit<E>; // some of them
}

/** Returns a copy of the defaults with the given options. `undefined` counts as absent. */
function withGiven<E>(defaults: BuildInit<E>, init: BuildInit<E>): BuildInit<E> {
  const merged: Record<string, unknown> = { ...defaults };
  for (const [key, value] of Object.entries(init)) if (value !== undefined) setOwn(merged, key, value);
  return merged;
}
