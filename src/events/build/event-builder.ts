import type { Target } from '../../aws/target.js';
import { checkShapes, type Shapes } from '../../gateway/check-shape.js';
import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { Gateway } from '../../gateway/gateway.js';
import { type Endpoint, endpointOf } from '../../gateway/settings.js';
import type { SentRequest } from '../request/sent-request.js';
import { checkIsInit, hasOnlyRequestOptions } from './check-init.js';
import type { EventInit } from './event-init.js';
import { gatewayFromInit, requestFromInit } from './from-init.js';
import type { MisnamedOptions, RouteOption } from './misnamed-option.js';
import { deepFreeze, type Override, overrideParts } from './override.js';
import { requestOptions } from './request-options.js';

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

const NONE = {};

/** Options of a builder that the events don't depend on. */
const SHAPES: Shapes = {
  override: { is: 'object', example: "parts of the event, such as { headers: { host: 'a.example' } }" },
  freeze: { is: 'boolean', example: 'true or false' },
};

/**
 * Translates the request that the options of a builder describe.
 *
 * @param route the route of the options. It takes precedence over the route of the settings, which is that of the builder's defaults.
 * @param endpoint the endpoint of the settings, if it is known already.
 */
export type TranslateInit<T extends Target, TBuilt> = (
  request: SentRequest,
  gateway: Gateway<T>,
  route: string | undefined,
  endpoint?: Endpoint,
) => TBuilt;

/** Makes a builder of the events that `translate` makes. */
export function eventBuilder<T extends Target, E, TBuilt extends E = E>(
  target: T,
  translate: TranslateInit<T, TBuilt>,
  defaults: BuildInit<E> = NONE,
): EventBuilder<E, TBuilt> {
  let planned: Plan<T> | null | undefined;
  const build = (init: BuildInit<E> = {}): TBuilt => {
    checkIsInit(init);
    if (planned === undefined) planned = planSettings(target, defaults);
    if (planned === null || !hasOnlyRequestOptions(init)) return buildWithSettings(target, merge(init, defaults), translate);
    const options = requestOptions(init, defaults);
    const { gateway, endpoint } = planned;
    return translate(requestFromInit(options, gateway), gateway, options.route, endpoint);
  };
  const builder = Object.assign(build, {
    with(more: BuildInit<E>): EventBuilder<E, TBuilt> {
      checkIsInit(more);
      return eventBuilder<T, E, TBuilt>(target, translate, merge(more, defaults));
    },
  });
  return builder as EventBuilder<E, TBuilt>; // a route in the wrong syntax has a type without values, so `route` is always a string
}

/** The settings of a builder's defaults, and the endpoint of a request without a Host header. */
interface Plan<T extends Target> {
  readonly gateway: Gateway<T>;
  readonly endpoint: Endpoint;
}

/**
 * Returns the settings of a builder's defaults, so that they are checked once: most calls have only options about the request. Returns `null` if
 * the defaults are wrong, because the options of a call may replace what is wrong.
 */
function planSettings<T extends Target>(target: T, defaults: EventInit): Plan<T> | null {
  try {
    const gateway = gatewayFromInit(target, defaults);
    return { gateway, endpoint: endpointOf(gateway) };
  } catch {
    return null;
  }
}

/** Builds the event of options with settings. Overrides parts of it and freezes it, if the options say so. */
function buildWithSettings<T extends Target, E, TBuilt extends E>(
  target: T,
  init: BuildInit<E>,
  translate: TranslateInit<T, TBuilt>,
): TBuilt {
  if ('override' in init || 'freeze' in init) {
    const { override, freeze, ...others } = init;
    checkShapes({ override, freeze }, SHAPES, []);
    const event = overrideParts<E>(buildWithSettings(target, others, translate), override) as TBuilt; // more precise than AWS's type, unless overridden
    return freeze === true ? deepFreeze(event) : event;
  }
  const gateway = gatewayFromInit(target, init);
  return translate(requestFromInit(requestOptions(init, NONE), gateway), gateway, init.route);
}

/** Returns options with defaults for those that are not given. `undefined` counts as not given. */
function merge<E>(init: BuildInit<E>, defaults: BuildInit<E>): BuildInit<E> {
  if (defaults === NONE) return init;
  const merged = { ...defaults, ...dropUndefined(init), ...requestOptions(init, defaults) };
  return dropUndefined(merged) as BuildInit<E>; // the options of both, without `undefined`
}
